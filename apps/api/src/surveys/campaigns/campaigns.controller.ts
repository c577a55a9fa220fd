import { Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, type Actor } from '#access';
import { campaignSchema } from '#campaigns';
import { Campaigns, CampaignStatuses, CampaignWays } from '#surveys';
import { Refuses } from '../../docs/refuses.js';
import { SentDocument } from '../../http/sent-document.js';
import {
  CampaignAddress,
  CampaignAnswer,
  CampaignLineAnswer,
  CampaignListChoice,
  CampaignMovedAnswer,
  CampaignReceiptAnswer,
  PlacesChoice,
} from './campaigns.dto.js';
import { CampaignStatusAnswer, PlaceWaysAnswer } from './status.dto.js';

/** Survey campaigns, as the office writes, opens, closes and watches them. */
@Controller('api/v1/campaigns')
@ApiTags('surveys')
export class CampaignsController {
  constructor(
    private readonly campaigns: Campaigns,
    private readonly statuses: CampaignStatuses,
    private readonly places: CampaignWays,
  ) {}

  @Get('schema')
  @Allow('published.read')
  @ApiOperation({ summary: 'The JSON Schema of campaigns' })
  @ApiOkResponse({ schema: { type: 'object' } })
  schema(): object {
    return campaignSchema;
  }

  @Get()
  @Allow('campaign.read')
  @Refuses('cycle.unknown')
  @ApiOperation({ summary: 'Campaigns by code, a hundred at once' })
  @ApiOkResponse({ type: [CampaignLineAnswer] })
  async list(@Query() choice: CampaignListChoice): Promise<CampaignLineAnswer[]> {
    return (await this.campaigns.list(choice)).map((line) => CampaignLineAnswer.of(line));
  }

  @Get(':code')
  @Allow('campaign.read')
  @Refuses('campaign.unknown')
  @ApiOperation({ summary: 'A campaign with its document' })
  @ApiOkResponse({ type: CampaignAnswer })
  async find(@Param() { code }: CampaignAddress): Promise<CampaignAnswer> {
    return CampaignAnswer.of(await this.campaigns.read(code));
  }

  @Put(':code')
  @Allow('campaign.write')
  @Refuses('campaign.invalid', 'campaign.frozen', 'campaign.moveRefused')
  @ApiOperation({
    summary: 'Keep a campaign, in place of the draft before',
    description: 'Once it is open, only its end may change: to another one that is still to come.',
  })
  @ApiBody({ schema: { type: 'object', description: 'nujoom.campaign/1' } })
  @ApiOkResponse({ type: CampaignReceiptAnswer })
  async save(
    @CurrentActor() actor: Actor,
    @Param() { code }: CampaignAddress,
    @SentDocument() document: unknown,
  ): Promise<CampaignReceiptAnswer> {
    return CampaignReceiptAnswer.of(await this.campaigns.save(actor, document, code));
  }

  @Post(':code/opening')
  @HttpCode(200)
  @Allow('campaign.open')
  @Refuses('campaign.unknown', 'campaign.notOpenable', 'campaign.moveRefused')
  @ApiOperation({
    summary: 'Take answers, in the time that the campaign says',
    description: 'Its places are held against the network as it stands in its cycle. Once more changes nothing.',
  })
  @ApiOkResponse({ type: CampaignMovedAnswer })
  async open(@CurrentActor() actor: Actor, @Param() { code }: CampaignAddress): Promise<CampaignMovedAnswer> {
    return CampaignMovedAnswer.of(await this.campaigns.open(actor, code));
  }

  @Post(':code/closing')
  @HttpCode(200)
  @Allow('campaign.open')
  @Refuses('campaign.unknown', 'campaign.moveRefused')
  @ApiOperation({ summary: 'Take no more answers, for good. Once more changes nothing' })
  @ApiOkResponse({ type: CampaignMovedAnswer })
  async close(@CurrentActor() actor: Actor, @Param() { code }: CampaignAddress): Promise<CampaignMovedAnswer> {
    return CampaignMovedAnswer.of(await this.campaigns.close(actor, code));
  }

  @Get(':code/status')
  @Allow('campaign.read')
  @Refuses('campaign.unknown')
  @ApiOperation({ summary: 'How a campaign goes: responses by how they stand, by way in and by day; quotas, rates' })
  @ApiOkResponse({ type: CampaignStatusAnswer })
  async status(@Param() { code }: CampaignAddress): Promise<CampaignStatusAnswer> {
    return CampaignStatusAnswer.of(await this.statuses.status(code));
  }

  @Get(':code/ways')
  @Allow('campaign.read')
  @Refuses('campaign.unknown')
  @ApiOperation({
    summary: 'The places of an opened campaign with their ways in, a thousand at once, by number',
    description: 'None before it is opened. People of a campaign among employees are invited one by one.',
  })
  @ApiOkResponse({ type: [PlaceWaysAnswer] })
  async ways(@Param() { code }: CampaignAddress, @Query() { after }: PlacesChoice): Promise<PlaceWaysAnswer[]> {
    return (await this.places.ways(code, after)).map((place) => PlaceWaysAnswer.of(place));
  }
}
