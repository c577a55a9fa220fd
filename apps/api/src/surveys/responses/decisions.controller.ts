import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, type Actor } from '#access';
import { ResponseDecisions } from '#surveys';
import { Refuses } from '../../docs/refuses.js';
import { CampaignAddress } from '../campaigns/campaigns.dto.js';
import { DecidedAnswer, DecisionBody, NoticedPageAnswer, NoticedWishes } from './decisions.dto.js';

@Controller('api/v1/campaigns/:code')
@ApiTags('surveys')
export class DecisionsController {
  constructor(private readonly decisions: ResponseDecisions) {}

  @Get('responses')
  @Allow('response.read')
  @Refuses('campaign.unknown')
  @ApiOperation({
    summary: 'Responses that were suspected, marked or decided about, a page at a time',
    description: 'Those of employees are never listed.',
  })
  @ApiOkResponse({ type: NoticedPageAnswer })
  list(
    @Param() { code }: CampaignAddress,
    @Query() { afterPlace: place, afterId: id, ...choice }: NoticedWishes,
  ): Promise<NoticedPageAnswer> {
    return this.decisions.list(code, choice, place === undefined || id === undefined ? null : { place, id });
  }

  @Post('decisions')
  @HttpCode(200)
  @Allow('response.decide')
  @Refuses('campaign.unknown', 'response.unknown')
  @ApiOperation({ summary: 'Let responses count, hold them, or take them out; all of them or none' })
  @ApiOkResponse({ type: DecidedAnswer })
  decide(
    @CurrentActor() actor: Actor,
    @Param() { code }: CampaignAddress,
    @Body() { ids, to, reason }: DecisionBody,
  ): Promise<DecidedAnswer> {
    return this.decisions.decide(actor, code, ids, { to, reason });
  }
}
