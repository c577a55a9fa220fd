import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#access';
import { SurveyResults } from '#surveys';
import { Refuses } from '../../docs/refuses.js';
import { CampaignAddress } from '../campaigns/campaigns.dto.js';
import { SurveyResultAnswer } from './results.dto.js';

@Controller('api/v1/campaigns/:code/results')
@ApiTags('surveys')
export class ResultsController {
  constructor(private readonly results: SurveyResults) {}

  @Get()
  @Allow('campaign.read')
  @Refuses('campaign.unknown')
  @ApiOperation({
    summary: 'What a campaign came to, group by group',
    description:
      'Groups that are too small are named and withheld; of employees also those that would give a small one away. Results of employees are published once, after the campaign is closed, and stay as they are; `state` says how far they are.',
  })
  @ApiOkResponse({ type: SurveyResultAnswer })
  read(@Param() { code }: CampaignAddress): Promise<SurveyResultAnswer> {
    return this.results.results(code);
  }
}
