import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, type Actor } from '#access';
import type { Language } from '#contract';
import { Releases, Reviews, ReviewSheets, ShopperAgreement, type CycleAgreement } from '#visits';
import { CycleKey } from '../../cycles/cycles.dto.js';
import { Refuses } from '../../docs/refuses.js';
import { ReadersLanguage } from '../../http/language.js';
import { SentDocument } from '../../http/sent-document.js';
import { Reason, VisitAddress } from '../plan/addresses.dto.js';
import { MovedAnswer } from '../plan/office-visits.dto.js';
import { reviewAnswer, type ReviewAnswer } from './review-answer.js';
import { ApprovalSent, EditAddress, GradeSent, QueuedVisitAnswer, QueuePage, ReturnSent } from './review.dto.js';

const anyObject = { schema: { type: 'object' } } as const;

/** What the office does with reports of shoppers. */
@Controller('api/v1')
@ApiTags('visits')
export class ReviewController {
  constructor(
    private readonly sheets: ReviewSheets,
    private readonly reviews: Reviews,
    private readonly releases: Releases,
    private readonly agreements: ShopperAgreement,
  ) {}

  @Get('cycles/:cycle/review-queue')
  @Allow('visit.review')
  @Refuses('cycle.unknown')
  @ApiOperation({ summary: 'Visits to be reviewed, by when their reports came, the oldest first' })
  @ApiOkResponse({ type: [QueuedVisitAnswer] })
  async queue(@Param() { cycle }: CycleKey, @Query() { state, after }: QueuePage): Promise<QueuedVisitAnswer[]> {
    const states = state === undefined ? (['checked', 'inReview'] as const) : [state];
    const queue = await this.sheets.queue(cycle, { states, after: after ?? null });
    return queue.map((line) => QueuedVisitAnswer.of(line));
  }

  @Get('visits/:id/review')
  @Allow('visit.review')
  @Refuses('visit.unknown')
  @ApiOperation({
    summary: 'One visit side by side: what was sent, what changed, what was found, earlier visits, the score',
  })
  @ApiOkResponse(anyObject)
  async read(@Param() { id }: VisitAddress, @ReadersLanguage() language: Language): Promise<ReviewAnswer> {
    return reviewAnswer(await this.sheets.sheet(id), language);
  }

  @Post('visits/:id/review')
  @HttpCode(200)
  @Allow('visit.review')
  @Refuses('visit.unknown', 'visit.moveRefused')
  @ApiOperation({ summary: 'Open the review; of two at once one does' })
  @ApiOkResponse({ type: MovedAnswer })
  async open(@CurrentActor() actor: Actor, @Param() { id }: VisitAddress): Promise<MovedAnswer> {
    return MovedAnswer.of(await this.reviews.open(actor, id));
  }

  @Put('visits/:id/grade')
  @Allow('visit.review')
  @Refuses('visit.unknown', 'visit.moveRefused')
  @ApiOperation({ summary: 'Grade the report, while it is under review' })
  @ApiOkResponse({ type: MovedAnswer })
  async grade(
    @CurrentActor() actor: Actor,
    @Param() { id }: VisitAddress,
    @Body() { grade }: GradeSent,
  ): Promise<MovedAnswer> {
    return MovedAnswer.of(await this.reviews.grade(actor, id, grade));
  }

  @Put('visits/:id/edits/:report')
  @Allow('visit.review')
  @Refuses('visit.unknown', 'visit.moveRefused', 'visit.answersInvalid', 'visit.conflict')
  @ApiOperation({
    summary: 'Correct the answers, as a revision of the office with a reason',
    description: 'A JSON object with `reason` and the whole `sheet`. What the shopper sent stays.',
  })
  @ApiBody(anyObject)
  @ApiOkResponse({ type: MovedAnswer })
  async edit(
    @CurrentActor() actor: Actor,
    @Param() { id, report }: EditAddress,
    @SentDocument() document: unknown,
  ): Promise<MovedAnswer> {
    return MovedAnswer.of(await this.reviews.edit(actor, id, report, document));
  }

  @Post('visits/:id/return')
  @HttpCode(200)
  @Allow('visit.return')
  @Refuses('visit.unknown', 'visit.moveRefused', 'visit.reasonNeeded', 'visit.itemUnknown')
  @ApiOperation({ summary: 'Send a report back to its shopper, with notes at its items' })
  @ApiOkResponse({ type: MovedAnswer })
  async return(
    @CurrentActor() actor: Actor,
    @Param() { id }: VisitAddress,
    @Body() { reason, notes }: ReturnSent,
  ): Promise<MovedAnswer> {
    const all = notes.map(({ item, note }) => ({ item: item ?? null, note }));
    return MovedAnswer.of(await this.reviews.return(actor, id, { reason, notes: all }));
  }

  @Post('visits/:id/approval')
  @HttpCode(200)
  @Allow('visit.approve')
  @Refuses('visit.unknown', 'visit.moveRefused')
  @ApiOperation({ summary: 'Approve a visit: from now on it counts' })
  @ApiOkResponse({ type: MovedAnswer })
  async approve(
    @CurrentActor() actor: Actor,
    @Param() { id }: VisitAddress,
    @Body() { grade }: ApprovalSent,
  ): Promise<MovedAnswer> {
    return MovedAnswer.of(await this.reviews.approve(actor, id, grade ?? null));
  }

  @Post('visits/:id/reopening')
  @HttpCode(200)
  @Allow('visit.reopen')
  @Refuses('visit.unknown', 'visit.moveRefused', 'visit.reasonNeeded')
  @ApiOperation({ summary: 'Take an approved visit under review again, before its release; it counts no more' })
  @ApiOkResponse({ type: MovedAnswer })
  async reopen(
    @CurrentActor() actor: Actor,
    @Param() { id }: VisitAddress,
    @Body() { reason }: Reason,
  ): Promise<MovedAnswer> {
    return MovedAnswer.of(await this.reviews.reopen(actor, id, reason));
  }

  @Post('visits/:id/voiding')
  @HttpCode(200)
  @Allow('visit.void')
  @Refuses('visit.unknown', 'visit.moveRefused', 'visit.reasonNeeded')
  @ApiOperation({ summary: 'Throw a visit out' })
  @ApiOkResponse({ type: MovedAnswer })
  async void(
    @CurrentActor() actor: Actor,
    @Param() { id }: VisitAddress,
    @Body() { reason }: Reason,
  ): Promise<MovedAnswer> {
    return MovedAnswer.of(await this.reviews.void(actor, id, reason));
  }

  @Post('visits/:id/release')
  @HttpCode(200)
  @Allow('visit.release')
  @Refuses('visit.unknown', 'visit.moveRefused', 'visit.planMissing')
  @ApiOperation({ summary: 'Show an approved visit to its agency, which may appeal from now' })
  @ApiOkResponse({ type: MovedAnswer })
  async release(@CurrentActor() actor: Actor, @Param() { id }: VisitAddress): Promise<MovedAnswer> {
    return MovedAnswer.of(await this.releases.release(actor, id));
  }

  @Post('visits/:id/lock')
  @HttpCode(200)
  @Allow('visit.lock')
  @Refuses('visit.unknown', 'visit.moveRefused', 'visit.appealOpen', 'visit.planMissing')
  @ApiOperation({ summary: 'End a visit, after the time for appeals' })
  @ApiOkResponse({ type: MovedAnswer })
  async lock(@CurrentActor() actor: Actor, @Param() { id }: VisitAddress): Promise<MovedAnswer> {
    return MovedAnswer.of(await this.releases.lock(actor, id));
  }

  @Get('cycles/:cycle/agreement')
  @Allow('visit.agreement')
  @Refuses('cycle.unknown')
  @ApiOperation({ summary: 'How far the shoppers of double visits agree, and how mild or strict each is' })
  @ApiOkResponse(anyObject)
  agreement(@Param() { cycle }: CycleKey): Promise<CycleAgreement> {
    return this.agreements.of(cycle);
  }
}
