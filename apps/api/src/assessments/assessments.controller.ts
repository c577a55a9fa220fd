import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, type Actor } from '#access';
import { Assignments, AssessmentWork, CycleCriteria } from '#assessments';
import { CycleKey } from '../cycles/cycles.dto.js';
import { Refuses } from '../docs/refuses.js';
import { AssessmentAnswer, ConflictAnswer, SheetAnswer, StatusAnswer, WorkAnswer } from './answers.dto.js';
import {
  AssessorChoice,
  CentreAddress,
  ConflictAddress,
  ConflictReason,
  DueDaysChoice,
  PageChoice,
  SlotAddress,
} from './assessments.dto.js';

@Controller('api/v1')
@ApiTags('assessments')
export class AssessmentsController {
  constructor(
    private readonly assignments: Assignments,
    private readonly work: AssessmentWork,
    private readonly criteria: CycleCriteria,
  ) {}

  @Get('cycles/:cycle/assessments')
  @Allow('assessment.read')
  @Refuses('cycle.unknown')
  @ApiOperation({
    summary: 'The work of who asks',
    description: 'An assessor’s centres, an agency’s own, for the office all: what is done, missing, and until when.',
  })
  @ApiOkResponse({ type: [WorkAnswer] })
  async list(
    @CurrentActor() actor: Actor,
    @Param() { cycle }: CycleKey,
    @Query() { after }: PageChoice,
  ): Promise<WorkAnswer[]> {
    const items = await this.work.list(actor, cycle, await this.criteria.of(cycle), after);
    return items.map((item) => WorkAnswer.from(item));
  }

  @Get('cycles/:cycle/assessment-status')
  @Allow('assessment.assign')
  @Refuses('cycle.unknown')
  @ApiOperation({ summary: 'How far the assessments of a cycle are' })
  @ApiOkResponse({ type: StatusAnswer })
  status(@Param() { cycle }: CycleKey): Promise<StatusAnswer> {
    return this.work.status(cycle);
  }

  @Get('cycles/:cycle/centres/:centre/assessment')
  @Allow('assessment.read')
  @Refuses('cycle.unknown', 'cycle.schemeMissing', 'assessment.unknown')
  @ApiOperation({
    summary: 'The assessment of a centre, as far as who asks may see it',
    description: 'An assessor does not see the other’s grading of a criterion before both have graded it.',
  })
  @ApiOkResponse({ type: SheetAnswer })
  async read(@CurrentActor() actor: Actor, @Param() centre: CentreAddress): Promise<SheetAnswer> {
    return SheetAnswer.from(await this.work.sheet(actor, centre));
  }

  @Put('cycles/:cycle/centres/:centre/assessment')
  @Allow('assessment.assign')
  @Refuses('cycle.unknown', 'centre.unknown')
  @ApiOperation({
    summary: 'Say until when a centre is assessed',
    description:
      'Opens the assessment when it is not open; a day that is not given stays, or is the last of the cycle.',
  })
  @ApiOkResponse({ type: AssessmentAnswer })
  async open(@Param() centre: CentreAddress, @Body() due: DueDaysChoice): Promise<AssessmentAnswer> {
    return AssessmentAnswer.of(await this.assignments.open(centre, due));
  }

  @Put('cycles/:cycle/centres/:centre/assessors/:slot')
  @Allow('assessment.assign')
  @Refuses(
    'cycle.unknown',
    'centre.unknown',
    'access.accountUnknown',
    'assessment.notAssessor',
    'assessment.conflictOfInterest',
    'assessment.assignedAlready',
  )
  @ApiOperation({ summary: 'Assign an assessor to a place at a centre; who held it is relieved' })
  @ApiOkResponse({ type: AssessmentAnswer })
  async assign(@Param() address: SlotAddress, @Body() { assessor }: AssessorChoice): Promise<AssessmentAnswer> {
    return AssessmentAnswer.of(await this.assignments.assign({ ...address, assessor }));
  }

  @Put('conflicts-of-interest/:account/:agency')
  @Allow('assessment.grade')
  @Refuses('agency.unknown', 'access.accountUnknown')
  @ApiOperation({
    summary: 'Declare a conflict of interest: one’s own, or for the office anybody’s',
    description: 'Ends the account’s assignments there; its gradings in cycles that are not published count no longer.',
  })
  @ApiOkResponse({ type: ConflictAnswer })
  declareConflict(
    @CurrentActor() actor: Actor,
    @Param() { account, agency }: ConflictAddress,
    @Body() { reason }: ConflictReason,
  ): Promise<ConflictAnswer> {
    return this.assignments.declareConflict(actor, { account, agency, reason });
  }
}
