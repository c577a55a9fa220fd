import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow } from '#access';
import { CampaignPosters } from '#surveys';
import { Refuses } from '../../docs/refuses.js';
import { CampaignPlaceAddress } from './campaigns.dto.js';

/** Posters of the places of campaigns. */
@Controller('api/v1/campaigns/:code/poster')
@ApiTags('surveys')
export class PostersController {
  constructor(private readonly posters: CampaignPosters) {}

  @Get(':place.pdf')
  @Allow('campaign.read')
  @Refuses('campaign.unknown', 'campaign.placeUnknown', 'campaign.invitedOnly')
  @ApiOperation({
    summary: 'A printable page with the QR code of a place',
    description: 'A4, in Arabic and English; printed while you wait.',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async read(@Param() { code, place }: CampaignPlaceAddress): Promise<StreamableFile> {
    const { name, pdf } = await this.posters.poster(code, { n: place });
    return new StreamableFile(pdf, { type: 'application/pdf', disposition: `inline; filename="${name}"` });
  }
}
