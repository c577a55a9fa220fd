import { Controller, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor, type Actor } from '#access';
import { Responses } from '#surveys';
import { Refuses } from '../../docs/refuses.js';
import { SentDocument } from '../../http/sent-document.js';
import { SentId, sentId } from '../../http/sent-id.js';
import { ResponseReceiptAnswer } from './responses.dto.js';

@Controller('api/v1/responses')
@ApiTags('surveys')
export class ResponsesController {
  constructor(private readonly responses: Responses) {}

  @Put(':id')
  @Allow('survey.answer')
  @Refuses(
    'response.wayUnknown',
    'campaign.notOpen',
    'campaign.notYetOpen',
    'campaign.over',
    'response.consentDiffers',
    'response.answersInvalid',
    'response.conflict',
    'response.busy',
    'access.slowDown',
  )
  @ApiOperation({
    summary: 'Send a filled questionnaire; the same again gives the same receipt',
    description:
      'From a kiosk, a tablet of an interviewer, or the script on a website. Answered when it is stored durably.',
  })
  @ApiParam({ name: 'id', ...sentId })
  @ApiBody({ schema: { type: 'object', description: 'nujoom.response/1' } })
  @ApiCreatedResponse({ type: ResponseReceiptAnswer, description: 'Stored now.' })
  @ApiOkResponse({ type: ResponseReceiptAnswer, description: 'Stored before, with the same answers.' })
  async submit(
    @CurrentActor() actor: Actor,
    @SentId() id: string,
    @SentDocument() sent: unknown,
    @Req() { ip }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResponseReceiptAnswer> {
    const { receipt, isNew } = await this.responses.submit(actor, { id, sent, address: ip });
    void reply.status(isNew ? 201 : 200);
    return receipt;
  }
}
