import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, type Actor } from '#access';
import { ResponsesImport } from '#surveys';
import { Refuses } from '../../docs/refuses.js';
import { fileType, tableRefusals } from '../../http/file-bodies.js';
import { SentContent, type SentBytes } from '../../http/sent-content.js';
import { CampaignAddress } from '../campaigns/campaigns.dto.js';
import { ResponsesImportedAnswer } from './imports.dto.js';

/** Responses that were collected elsewhere. */
@Controller('api/v1/campaigns/:code/responses-file')
@ApiTags('surveys')
export class ResponsesFileController {
  constructor(private readonly imports: ResponsesImport) {}

  @Post()
  @HttpCode(200)
  @Allow('campaign.write')
  @Refuses('campaign.unknown', 'campaign.notOpen', 'campaign.over', 'campaign.importTooFew', ...tableRefusals)
  @ApiOperation({
    summary: 'Take in responses that were collected elsewhere, from a CSV or .xlsx file',
    description:
      'All or none, each once. Columns: id, agency, centre, service, channel, date, language, seconds as far as they are known, and one for each item by its code. Of employees only the place and the items.',
  })
  @ApiConsumes(fileType)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: ResponsesImportedAnswer })
  take(
    @CurrentActor() actor: Actor,
    @Param() { code }: CampaignAddress,
    @SentContent() content: SentBytes,
  ): Promise<ResponsesImportedAnswer> {
    return this.imports.receive(actor, code, content);
  }
}
