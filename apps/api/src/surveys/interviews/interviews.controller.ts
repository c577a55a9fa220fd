import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, type Actor } from '#access';
import type { InterviewPlacePage, InterviewWork } from '#campaigns';
import { Interviews } from '#surveys';
import { Refuses } from '../../docs/refuses.js';
import { CampaignAddress, PlacesChoice } from '../campaigns/campaigns.dto.js';

/** What a shopper's tablet takes with it to interview people. What they answer comes back as responses. */
@Controller('api/v1/device/surveys')
@ApiTags('devices')
export class InterviewsController {
  constructor(private readonly interviews: Interviews) {}

  @Get()
  @Allow('survey.interview')
  @ApiOperation({
    summary: 'The campaigns a tablet may interview for, with their instruments',
    description: 'Those among customers that are open, also when their time is still to come. A tablet asks.',
  })
  @ApiOkResponse({ schema: { type: 'object', description: 'InterviewWork' } })
  work(@CurrentActor() shopper: Actor): Promise<InterviewWork> {
    return this.interviews.work(shopper);
  }

  @Get(':code/places')
  @Allow('survey.interview')
  @Refuses('campaign.unknown')
  @ApiOperation({
    summary: 'The places of such a campaign with their codes for interviews, by number, a thousand at once',
  })
  @ApiOkResponse({ schema: { type: 'object', description: 'InterviewPlacePage' } })
  places(
    @CurrentActor() shopper: Actor,
    @Param() { code }: CampaignAddress,
    @Query() { after }: PlacesChoice,
  ): Promise<InterviewPlacePage> {
    return this.interviews.places(shopper, code, after ?? 0);
  }
}
