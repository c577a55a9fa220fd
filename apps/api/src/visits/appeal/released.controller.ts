import { Body, Controller, Get, Param, Put, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor, type Actor } from '#access';
import { Appeals, ReleasedVisits, type ReleasedVisit } from '#visits';
import { CycleKey } from '../../cycles/cycles.dto.js';
import { Refuses } from '../../docs/refuses.js';
import { mediaAnswer } from '../../media/media-answer.js';
import { VisitAddress } from '../plan/addresses.dto.js';
import {
  AppealAnswer,
  AppealOfVisitAddress,
  AppealSentBody,
  PhotoAddress,
  ReleasedLineAnswer,
  ReleasedPage,
} from './appeal.dto.js';

/** What agencies see of visits to their centres, and what they object to. */
@Controller('api/v1')
@ApiTags('visits')
export class ReleasedController {
  constructor(
    private readonly released: ReleasedVisits,
    private readonly appeals: Appeals,
  ) {}

  @Get('cycles/:cycle/released-visits')
  @Allow('visit.readReleased')
  @Refuses('cycle.unknown')
  @ApiOperation({ summary: 'Released visits, the last first: an agency’s own, for the office all' })
  @ApiOkResponse({ type: [ReleasedLineAnswer] })
  async list(
    @CurrentActor() actor: Actor,
    @Param() { cycle }: CycleKey,
    @Query() { after }: ReleasedPage,
  ): Promise<ReleasedLineAnswer[]> {
    return (await this.released.list(actor, cycle, after ?? null)).map((line) => ReleasedLineAnswer.of(line));
  }

  @Get('visits/:id/released')
  @Allow('visit.readReleased')
  @Refuses('visit.unknown')
  @ApiOperation({
    summary: 'A released visit as its agency sees it',
    description: 'What was found, and nothing of who found it. Missing and not yours answer alike.',
  })
  @ApiOkResponse({ schema: { type: 'object' } })
  read(@CurrentActor() actor: Actor, @Param() { id }: VisitAddress): Promise<ReleasedVisit> {
    return this.released.read(actor, id);
  }

  @Get('visits/:id/photos/:hash')
  @Allow('media.read')
  @Refuses('media.unknown', 'media.unreadable', 'media.storeAway')
  @ApiOperation({
    summary: 'A photo of a visit made anew without metadata, or evidence of its appeals',
    description: 'For the office, the agency once it is released, and who sent it.',
  })
  @ApiProduces('image/jpeg', 'application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async photo(
    @CurrentActor() actor: Actor,
    @Param() { id, hash }: PhotoAddress,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return mediaAnswer(hash, await this.released.photo(actor, id, hash), reply);
  }

  @Put('visits/:id/appeals/:appeal')
  @Allow('visit.appeal')
  @Refuses(
    'visit.unknown',
    'visit.conflict',
    'visit.moveRefused',
    'visit.appealClosed',
    'visit.itemUnknown',
    'visit.appealTwice',
    'visit.mediaMissing',
    'visit.planMissing',
  )
  @ApiOperation({ summary: 'Object to one item of a released visit; the same again changes nothing' })
  @ApiOkResponse({ type: AppealAnswer })
  async appeal(
    @CurrentActor() actor: Actor,
    @Param() { id, appeal }: AppealOfVisitAddress,
    @Body() { item, statement, evidence }: AppealSentBody,
  ): Promise<AppealAnswer> {
    return AppealAnswer.of(await this.appeals.appeal(actor, id, appeal, { item, statement, evidence }));
  }
}
