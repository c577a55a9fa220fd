import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, type Actor } from '#access';
import { Gradings, type SentGrading, CycleCriteria } from '#assessments';
import { Problem } from '#contract';
import { Refuses } from '../docs/refuses.js';
import { ReceiptAnswer } from './answers.dto.js';
import { GradingAddress, GradingSent } from './assessments.dto.js';

const ofAll = [
  'cycle.unknown',
  'cycle.schemeMissing',
  'assessment.unknown',
  'assessment.notAssigned',
  'assessment.pastDue',
  'assessment.idTaken',
] as const;

@Controller('api/v1/cycles/:cycle/centres/:centre/criteria/:criterion')
@ApiTags('assessments')
export class GradingsController {
  constructor(
    private readonly gradings: Gradings,
    private readonly criteria: CycleCriteria,
  ) {}

  @Put('self-assessments/:id')
  @Allow('assessment.selfAssess')
  @Refuses(...ofAll)
  @ApiOperation({ summary: 'Grade a criterion for one’s own agency; the same id again gives the same receipt' })
  @ApiOkResponse({ type: ReceiptAnswer })
  async selfAssess(
    @CurrentActor() actor: Actor,
    @Param() address: GradingAddress,
    @Body() sent: GradingSent,
  ): Promise<ReceiptAnswer> {
    const criteria = await this.criteria.of(address.cycle);
    return ReceiptAnswer.of(await this.gradings.selfAssess(actor, gradingIn(address, sent), criteria));
  }

  @Put('gradings/:id')
  @Allow('assessment.grade')
  @Refuses(...ofAll, 'assessment.conflictOfInterest', 'assessment.bothSubmitted')
  @ApiOperation({ summary: 'Grade a criterion as first or second assessor; the same id again gives the same receipt' })
  @ApiOkResponse({ type: ReceiptAnswer })
  async grade(
    @CurrentActor() actor: Actor,
    @Param() address: GradingAddress,
    @Body() sent: GradingSent,
  ): Promise<ReceiptAnswer> {
    const criteria = await this.criteria.of(address.cycle);
    return ReceiptAnswer.of(await this.gradings.grade(actor, gradingIn(address, sent), criteria));
  }

  @Put('settlements/:id')
  @Allow('assessment.settle')
  @Refuses(...ofAll, 'assessment.conflictOfInterest', 'assessment.notBothSubmitted', 'assessment.nothingToSettle')
  @ApiOperation({
    summary: 'Settle a criterion on which both assessors differ; the same id again gives the same receipt',
  })
  @ApiOkResponse({ type: ReceiptAnswer })
  async settle(
    @CurrentActor() actor: Actor,
    @Param() address: GradingAddress,
    @Body() sent: GradingSent,
  ): Promise<ReceiptAnswer> {
    const criteria = await this.criteria.of(address.cycle);
    return ReceiptAnswer.of(await this.gradings.settle(actor, gradingIn(address, sent), criteria));
  }
}

/** A level, or that the criterion does not apply: one of the two is said. */
function gradingIn(address: GradingAddress, { level, notApplicable = false, reason }: GradingSent): SentGrading {
  if ((level === undefined) !== notApplicable) {
    const why = notApplicable
      ? ({ reason: 'contradicts', params: { stored: 'notApplicable' } } as const)
      : ({ reason: 'missing' } as const);
    throw new Problem('request.invalid', { faults: [{ where: 'level', ...why }] });
  }
  return { ...address, level: level ?? null, reason };
}
