import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, type Actor } from '#access';
import { Extensions, OfficeList, Replacements, VisitAssignments } from '#visits';
import { CycleKey } from '../../cycles/cycles.dto.js';
import { Refuses } from '../../docs/refuses.js';
import { Extension, Reason, ShopperChoice, VisitAddress, VisitChoice } from './addresses.dto.js';
import { MovedAnswer, ProposalAnswer, ReplacementAnswer, TrailAnswer, VisitLineAnswer } from './office-visits.dto.js';

/** Who makes which visit, as the office decides it. */
@Controller('api/v1')
@ApiTags('visits')
export class OfficeVisitsController {
  constructor(
    private readonly visits: OfficeList,
    private readonly assignments: VisitAssignments,
    private readonly replacements: Replacements,
    private readonly extensions: Extensions,
  ) {}

  @Get('cycles/:cycle/visits')
  @Allow('visit.list')
  @Refuses('cycle.unknown')
  @ApiOperation({ summary: 'The visits of a cycle, a hundred at once, by the first day they are due' })
  @ApiOkResponse({ type: [VisitLineAnswer] })
  async list(@Param() { cycle }: CycleKey, @Query() choice: VisitChoice): Promise<VisitLineAnswer[]> {
    return (await this.visits.list(cycle, choice)).map((line) => VisitLineAnswer.of(line));
  }

  @Get('visits/:id/trail')
  @Allow('visit.list')
  @Refuses('visit.unknown')
  @ApiOperation({ summary: 'All moves of a visit, the first first' })
  @ApiOkResponse({ type: [TrailAnswer] })
  async trail(@Param() { id }: VisitAddress): Promise<TrailAnswer[]> {
    return (await this.visits.trail(id)).map((line) => TrailAnswer.of(line));
  }

  @Put('visits/:id/shopper')
  @Allow('visit.assign')
  @Refuses('visit.unknown', 'visit.notShopper', 'visit.planMissing', 'visit.moveRefused', 'visit.rulesBroken')
  @ApiOperation({
    summary: 'Give a planned visit to a shopper',
    description:
      'With a reason for the exception also against rules of the plan; never to somebody of the agency or with a conflict of interest.',
  })
  @ApiOkResponse({ type: MovedAnswer })
  async assign(
    @CurrentActor() actor: Actor,
    @Param() { id }: VisitAddress,
    @Body() { shopper, exception }: ShopperChoice,
  ): Promise<MovedAnswer> {
    return MovedAnswer.of(await this.assignments.assign(actor, id, { shopper, exception }));
  }

  @Post('visits/:id/withdrawal')
  @HttpCode(200)
  @Allow('visit.assign')
  @Refuses('visit.unknown', 'visit.moveRefused')
  @ApiOperation({ summary: 'Take a visit back from its shopper before it is begun' })
  @ApiOkResponse({ type: MovedAnswer })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param() { id }: VisitAddress,
    @Body() { reason }: Reason,
  ): Promise<MovedAnswer> {
    return MovedAnswer.of(await this.assignments.withdraw(actor, id, reason));
  }

  @Put('visits/:id/due')
  @Allow('visit.assign')
  @Refuses('visit.unknown', 'visit.moveRefused')
  @ApiOperation({ summary: 'Give a visit that was not sent yet more time' })
  @ApiOkResponse({ type: MovedAnswer })
  async extend(
    @CurrentActor() actor: Actor,
    @Param() { id }: VisitAddress,
    @Body() { until, reason }: Extension,
  ): Promise<MovedAnswer> {
    return MovedAnswer.of(await this.extensions.extend(actor, id, { until, reason }));
  }

  @Post('visits/:id/replacement')
  @HttpCode(201)
  @Allow('visit.replace')
  @Refuses('visit.unknown', 'visit.moveRefused', 'visit.planMissing', 'visit.tooLate')
  @ApiOperation({ summary: 'Give a visit up and plan another like it, in a window that is open' })
  @ApiCreatedResponse({ type: ReplacementAnswer })
  async replace(
    @CurrentActor() actor: Actor,
    @Param() { id }: VisitAddress,
    @Body() { reason }: Reason,
  ): Promise<ReplacementAnswer> {
    return ReplacementAnswer.of(await this.replacements.replace(actor, id, reason));
  }

  @Post('visits/:id/restoration')
  @HttpCode(200)
  @Allow('visit.replace')
  @Refuses('visit.unknown', 'visit.moveRefused')
  @ApiOperation({ summary: 'Give a replaced visit back to its shopper, who had made it all the same' })
  @ApiOkResponse({ type: MovedAnswer })
  async restore(
    @CurrentActor() actor: Actor,
    @Param() { id }: VisitAddress,
    @Body() { reason }: Reason,
  ): Promise<MovedAnswer> {
    return MovedAnswer.of(await this.replacements.restore(actor, id, reason));
  }

  @Get('cycles/:cycle/assignment-proposal')
  @Allow('visit.assign')
  @Refuses('cycle.unknown', 'visit.planMissing')
  @ApiOperation({ summary: 'Who could make the visits that nobody has, under all rules of the plan' })
  @ApiOkResponse({ type: ProposalAnswer })
  async propose(@Param() { cycle }: CycleKey): Promise<ProposalAnswer> {
    return ProposalAnswer.of(await this.assignments.propose(cycle));
  }

  @Post('cycles/:cycle/assignment-proposal')
  @HttpCode(200)
  @Allow('visit.assign')
  @Refuses('cycle.unknown', 'visit.planMissing')
  @ApiOperation({ summary: 'Make a fresh proposal and assign by it' })
  @ApiOkResponse({ type: ProposalAnswer })
  async assignProposed(@CurrentActor() actor: Actor, @Param() { cycle }: CycleKey): Promise<ProposalAnswer> {
    return ProposalAnswer.of(await this.assignments.assignProposed(actor, cycle));
  }
}
