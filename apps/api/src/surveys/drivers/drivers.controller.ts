import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#access';
import { DriverAnalyses } from '#surveys';
import { Refuses } from '../../docs/refuses.js';
import { CampaignAddress } from '../campaigns/campaigns.dto.js';
import { DriversAnswer } from './drivers.dto.js';

@Controller('api/v1/campaigns/:code/drivers')
@ApiTags('surveys')
export class DriversController {
  constructor(private readonly analyses: DriverAnalyses) {}

  @Get()
  @Allow('campaign.read')
  @Refuses('campaign.unknown', 'campaign.stillOpen')
  @ApiOperation({
    summary: 'What moves the overall happiness of a campaign',
    description:
      'A regression on the dimensions beside it, over all respondents. It shows what goes together, not causes. Of employees once their results are published, and only where it tells nothing of a few of them (`protected`).',
  })
  @ApiOkResponse({ type: DriversAnswer })
  read(@Param() { code }: CampaignAddress): Promise<DriversAnswer> {
    return this.analyses.of(code);
  }
}
