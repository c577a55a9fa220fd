import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, type Actor } from '#access';
import { InvitationFiles, Invitations } from '#surveys';
import { Refuses } from '../../docs/refuses.js';
import { fileType, tableRefusals } from '../../http/file-bodies.js';
import { SentContent, type SentBytes } from '../../http/sent-content.js';
import { CampaignAddress } from '../campaigns/campaigns.dto.js';
import { InvitationsSent, InvitationSummaryAnswer, InvitedAnswer } from './invitations.dto.js';

/** People who are invited to a campaign. */
@Controller('api/v1/campaigns/:code/invitations')
@ApiTags('surveys')
export class InvitationsController {
  constructor(
    private readonly invitations: Invitations,
    private readonly files: InvitationFiles,
  ) {}

  @Post()
  @HttpCode(201)
  @Allow('campaign.invite')
  @Refuses('campaign.unknown', 'campaign.notOpen', 'campaign.over')
  @ApiOperation({
    summary: 'Invite people to a campaign, each to one response',
    description:
      'All or none. The same reference again invites nobody twice. Letters and messages are sent by the worker.',
  })
  @ApiCreatedResponse({ type: InvitedAnswer })
  add(
    @CurrentActor() actor: Actor,
    @Param() { code }: CampaignAddress,
    @Body() { invitations }: InvitationsSent,
  ): Promise<InvitedAnswer> {
    return this.invitations.add(actor, code, invitations);
  }

  @Post('file')
  @HttpCode(201)
  @Allow('campaign.invite')
  @Refuses('campaign.unknown', 'campaign.notOpen', 'campaign.over', 'import.columnsMissing', ...tableRefusals)
  @ApiOperation({
    summary: 'Invite the people that a CSV or .xlsx file names',
    description:
      'Columns agency and reference; centre, service, channel, email, phone, language where they are needed.',
  })
  @ApiConsumes(fileType)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: InvitedAnswer })
  addFile(
    @CurrentActor() actor: Actor,
    @Param() { code }: CampaignAddress,
    @SentContent() content: SentBytes,
  ): Promise<InvitedAnswer> {
    return this.files.receive(actor, code, content);
  }

  @Get('summary')
  @Allow('campaign.read')
  @Refuses('campaign.unknown')
  @ApiOperation({ summary: 'How far the invitations of a campaign are' })
  @ApiOkResponse({ type: InvitationSummaryAnswer })
  summary(@Param() { code }: CampaignAddress): Promise<InvitationSummaryAnswer> {
    return this.invitations.summary(code);
  }
}
