import { Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, type Actor } from '#access';
import { AppealDecisions, CycleAppeals, type AppealEffect, type AppealStatistics } from '#visits';
import { CycleKey } from '../../cycles/cycles.dto.js';
import { Refuses } from '../../docs/refuses.js';
import { SentDocument } from '../../http/sent-document.js';
import { AppealAddress, AppealAnswer, AppealLineAnswer, AppealPage } from './appeal.dto.js';

const anyObject = { schema: { type: 'object' } } as const;

/** What becomes of appeals. */
@Controller('api/v1')
@ApiTags('visits')
export class AppealsController {
  constructor(
    private readonly decisions: AppealDecisions,
    private readonly cycleAppeals: CycleAppeals,
  ) {}

  @Get('cycles/:cycle/appeals')
  @Allow('visit.decide')
  @Refuses('cycle.unknown')
  @ApiOperation({ summary: 'The appeals of a cycle, the first first' })
  @ApiOkResponse({ type: [AppealLineAnswer] })
  async list(@Param() { cycle }: CycleKey, @Query() { open, after }: AppealPage): Promise<AppealLineAnswer[]> {
    const choice = { openOnly: open !== undefined, after: after ?? null };
    return (await this.decisions.list(cycle, choice)).map((line) => AppealLineAnswer.of(line));
  }

  @Get('cycles/:cycle/appeal-statistics')
  @Allow('visit.decide')
  @Refuses('cycle.unknown')
  @ApiOperation({ summary: 'The appeals of a cycle in numbers, together and by agency' })
  @ApiOkResponse(anyObject)
  statistics(@Param() { cycle }: CycleKey): Promise<AppealStatistics> {
    return this.cycleAppeals.statistics(cycle);
  }

  @Post('appeals/:appeal/effect')
  @HttpCode(200)
  @Allow('visit.decide')
  @Refuses('visit.appealUnknown', 'visit.appealDecided', 'visit.itemUnknown', 'visit.answersInvalid')
  @ApiOperation({
    summary: 'What a decision would change; nothing is kept',
    description:
      '`{"decision": "amended", "answer": {…}}` with the whole new answer of the item, or `{"decision": "voided"}`.',
  })
  @ApiBody(anyObject)
  @ApiOkResponse(anyObject)
  effect(@Param() { appeal }: AppealAddress, @SentDocument() document: unknown): Promise<AppealEffect> {
    return this.decisions.effect(appeal, document);
  }

  @Put('appeals/:appeal/decision')
  @Allow('visit.decide')
  @Refuses(
    'visit.appealUnknown',
    'visit.ownReview',
    'visit.appealDecided',
    'visit.moveRefused',
    'visit.itemUnknown',
    'visit.answersInvalid',
  )
  @ApiOperation({
    summary: 'Decide about an appeal: by somebody who had no part in what stands',
    description: 'A `decision` (upheld: the report stands; amended, with the new `answer`; voided) and a `reason`.',
  })
  @ApiBody(anyObject)
  @ApiOkResponse({ type: AppealAnswer })
  async decide(
    @CurrentActor() actor: Actor,
    @Param() { appeal }: AppealAddress,
    @SentDocument() document: unknown,
  ): Promise<AppealAnswer> {
    return AppealAnswer.of(await this.decisions.decide(actor, appeal, document));
  }
}
