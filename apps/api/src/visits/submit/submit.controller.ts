import { Controller, Headers, Put, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor, type Actor } from '#access';
import { Submissions } from '#visits';
import { Refuses } from '../../docs/refuses.js';
import { SentDocument } from '../../http/sent-document.js';
import { SentId, sentId } from '../../http/sent-id.js';
import { VisitReceiptAnswer } from './submit.dto.js';

@Controller('api/v1/visits')
@ApiTags('visits')
export class SubmitController {
  constructor(private readonly submissions: Submissions) {}

  @Put(':id')
  @Allow('visit.submit')
  @Refuses(
    'visit.unknown',
    'visit.conflict',
    'visit.answersInvalid',
    'visit.instrumentDiffers',
    'visit.mediaMissing',
    'visit.tooLate',
    'visit.replacesOther',
    'visit.reasonNeeded',
    'visit.moveRefused',
    'visit.busy',
  )
  @ApiOperation({
    summary: 'Send a filled visit; the same again gives the same receipt',
    description: 'From an enrolled device. Photos are sent before. Answered when it is stored durably.',
  })
  @ApiParam({ name: 'id', ...sentId })
  @ApiHeader({ name: 'Device-Time', required: false, description: 'The clock of the device now: an ISO instant.' })
  @ApiBody({ schema: { type: 'object', description: 'nujoom.visit/1' } })
  @ApiCreatedResponse({ type: VisitReceiptAnswer, description: 'Stored now.' })
  @ApiOkResponse({ type: VisitReceiptAnswer, description: 'Stored before, with the same content.' })
  async submit(
    @CurrentActor() shopper: Actor,
    @SentId() id: string,
    @SentDocument() document: unknown,
    @Headers('device-time') deviceTime: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VisitReceiptAnswer> {
    const { receipt, isNew } = await this.submissions.submit(shopper, id, document, deviceTime);
    void reply.status(isNew ? 201 : 200);
    return receipt;
  }
}
