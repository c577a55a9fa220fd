import { Controller, Get, HttpCode, Param, Post, Put, StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { Allow, CurrentActor, type Actor } from '#access';
import { visitPlanSchema } from '#fieldwork';
import { PlanFiles, VisitPlans, workbookNameOf } from '#visits';
import { CycleKey } from '../../cycles/cycles.dto.js';
import { Refuses } from '../../docs/refuses.js';
import { fileType } from '../../http/file-bodies.js';
import { SentDocument } from '../../http/sent-document.js';
import { SentContent, type SentBytes } from '../../http/sent-content.js';
import { workbookType } from '../../http/workbook-type.js';
import { CoverageAnswer, MadeAnswer, PlanAnswer, PlanReceiptAnswer, PowerAnswer } from './visit-plan.dto.js';

/** The plan of a cycle's visits, and what it makes. */
@Controller('api/v1')
@ApiTags('visits')
export class VisitPlanController {
  constructor(
    private readonly plans: VisitPlans,
    private readonly files: PlanFiles,
  ) {}

  @Get('visit-plans/schema')
  @Allow('published.read')
  @ApiOperation({ summary: 'The JSON Schema of plans of visits' })
  @ApiOkResponse({ schema: { type: 'object' } })
  schema(): object {
    return visitPlanSchema;
  }

  @Get('cycles/:cycle/visit-plan')
  @Allow('visit.plan')
  @Refuses('cycle.unknown', 'visit.planMissing')
  @ApiOperation({ summary: 'The plan of a cycle’s visits' })
  @ApiOkResponse({ type: PlanAnswer })
  async find(@Param() { cycle }: CycleKey): Promise<PlanAnswer> {
    return PlanAnswer.of(await this.plans.find(cycle));
  }

  @Put('cycles/:cycle/visit-plan')
  @Allow('visit.plan')
  @Refuses('cycle.unknown', 'visit.planInvalid')
  @ApiOperation({
    summary: 'Keep a plan, in place of the one before',
    description:
      'Once visits are made, only what does not describe them may change: rules, checks, calendar, appeals, grace, contradictions, texts, and waves to come.',
  })
  @ApiBody({ schema: { type: 'object', description: 'nujoom.visit-plan/1' } })
  @ApiOkResponse({ type: PlanReceiptAnswer })
  save(@Param() { cycle }: CycleKey, @SentDocument() document: unknown): Promise<PlanReceiptAnswer> {
    return this.plans.save(cycle, document);
  }

  @Get('cycles/:cycle/visit-plan/workbook')
  @Allow('visit.plan')
  @Refuses('cycle.unknown', 'visit.planMissing')
  @ApiOperation({ summary: 'The plan as a workbook to edit and give back' })
  @ApiProduces(workbookType)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async workbook(@Param() { cycle }: CycleKey): Promise<StreamableFile> {
    const disposition = `attachment; filename="${workbookNameOf(cycle)}"`;
    return new StreamableFile(await this.files.workbook(cycle), { type: workbookType, disposition });
  }

  @Put('cycles/:cycle/visit-plan/workbook')
  @Allow('visit.plan')
  @Refuses(
    'cycle.unknown',
    'visit.planInvalid',
    'import.fileTooLarge',
    'import.fileKind',
    'import.fileUnreadable',
    'method.fileKind',
  )
  @ApiOperation({
    summary: 'Keep the plan of a workbook, in place of the one before',
    description: 'As with a document; faults name sheet, line and column.',
  })
  @ApiConsumes(fileType)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: PlanReceiptAnswer })
  saveWorkbook(@Param() { cycle }: CycleKey, @SentContent() content: SentBytes): Promise<PlanReceiptAnswer> {
    return this.files.receive(cycle, content);
  }

  @Post('cycles/:cycle/visit-plan/visits')
  @HttpCode(201)
  @Allow('visit.plan')
  @Refuses('cycle.unknown', 'visit.planMissing')
  @ApiOperation({ summary: 'Make the planned visits of every centre in every wave that has none yet' })
  @ApiCreatedResponse({ type: MadeAnswer })
  make(@CurrentActor() actor: Actor, @Param() { cycle }: CycleKey): Promise<MadeAnswer> {
    return this.plans.make(actor, cycle);
  }

  @Get('cycles/:cycle/visit-plan/coverage')
  @Allow('visit.list')
  @Refuses('cycle.unknown', 'visit.planMissing')
  @ApiOperation({ summary: 'How far the visits of a cycle are, by centre and wave' })
  @ApiOkResponse({ type: CoverageAnswer })
  coverage(@Param() { cycle }: CycleKey): Promise<CoverageAnswer> {
    return this.plans.coverage(cycle);
  }

  @Get('cycles/:cycle/visit-plan/power')
  @Allow('visit.plan')
  @Refuses('cycle.unknown', 'visit.planMissing')
  @ApiOperation({
    summary: 'Whether the planned visits can show a change of 3 points, centre by centre',
    description: 'With 95 % confidence and 80 % power, from the spread of the previous cycle’s counted visits.',
  })
  @ApiOkResponse({ type: [PowerAnswer] })
  async power(@Param() { cycle }: CycleKey): Promise<PowerAnswer[]> {
    return this.plans.power(cycle);
  }
}
