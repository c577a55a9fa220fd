import { ApiProperty } from '@nestjs/swagger';
import {
  slots,
  type Assessment,
  type CriterionSheet,
  type EvidenceItem,
  type GradingReceipt,
  type GradingSheet,
  type Sheet,
  type Slot,
  type WorkItem,
} from '#assessments';

const nullableSlot = { enum: slots, nullable: true } as const;

/** An assessment as it is told: whose, of what, until when. */
export class AssessmentAnswer {
  @ApiProperty() readonly centre: string;
  @ApiProperty() readonly agency: string;
  @ApiProperty() readonly channelType: string;
  @ApiProperty({ format: 'date' }) readonly selfDueOn: string;
  @ApiProperty({ format: 'date' }) readonly gradingDueOn: string;

  static of({ centre, agency, channelType, selfDueOn, gradingDueOn }: Assessment): AssessmentAnswer {
    return { centre, agency, channelType, selfDueOn, gradingDueOn };
  }
}

export class WorkAnswer extends AssessmentAnswer {
  @ApiProperty({ ...nullableSlot, description: 'The place of who asks; null for agencies and the office.' })
  readonly slot: Slot | null;
  @ApiProperty({ type: [String] }) readonly done: readonly string[];
  @ApiProperty({ type: [String] }) readonly missing: readonly string[];
  @ApiProperty({ type: [String] }) readonly toSettle: readonly string[];
  @ApiProperty({ type: [String] }) readonly evidenceMissing: readonly string[];

  static from({ assessment, slot, done, missing, toSettle, evidenceMissing }: WorkItem): WorkAnswer {
    return { ...AssessmentAnswer.of(assessment), slot, done, missing, toSettle, evidenceMissing };
  }
}

export class GradingAnswer {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ enum: ['self', ...slots] }) readonly by: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null: the criterion does not apply.' })
  readonly level: string | null;
  @ApiProperty() readonly reason: string;
  @ApiProperty() readonly revision: number;
  @ApiProperty({ format: 'date-time' }) readonly at: string;

  static of({ id, by, level, reason, revision, at }: GradingSheet): GradingAnswer {
    return { id, by, level, reason, revision, at: at.toISOString() };
  }
}

export class SettledAnswer {
  @ApiProperty({ type: String, nullable: true }) readonly level: string | null;
  @ApiProperty({ type: [String], description: 'The ids of the gradings it rests on.' })
  readonly restsOn: readonly string[];
}

export class EvidenceAnswer {
  @ApiProperty() readonly name: string;
  @ApiProperty({ description: 'SHA-256, hexadecimal.' }) readonly hash: string;
  @ApiProperty() readonly kind: string;
  @ApiProperty() readonly bytes: number;

  static of({ name, hash, kind, bytes }: Omit<EvidenceItem, 'criterion' | 'addedAt'>): EvidenceAnswer {
    return { name, hash, kind, bytes };
  }
}

export class CriterionAnswer {
  @ApiProperty() readonly criterion: string;
  @ApiProperty({ type: [GradingAnswer] }) readonly gradings: readonly GradingAnswer[];
  @ApiProperty({ type: SettledAnswer, nullable: true }) readonly settled: SettledAnswer | null;
  @ApiProperty({ type: [EvidenceAnswer] }) readonly evidence: readonly EvidenceAnswer[];

  static of({ criterion, gradings, settled, evidence }: CriterionSheet): CriterionAnswer {
    const files = evidence.map((item) => EvidenceAnswer.of(item));
    return { criterion, gradings: gradings.map((grading) => GradingAnswer.of(grading)), settled, evidence: files };
  }
}

export class AssessorAnswer {
  @ApiProperty({ enum: slots }) readonly slot: Slot;
  @ApiProperty() readonly name: string;
}

export class SheetAnswer extends AssessmentAnswer {
  @ApiProperty(nullableSlot) readonly slot: Slot | null;
  @ApiProperty({ type: [AssessorAnswer] }) readonly assessors: readonly AssessorAnswer[];
  @ApiProperty({ type: [CriterionAnswer] }) readonly criteria: readonly CriterionAnswer[];

  static from({ assessment, slot, assessors, criteria }: Sheet): SheetAnswer {
    const told = criteria.map((criterion) => CriterionAnswer.of(criterion));
    return { ...AssessmentAnswer.of(assessment), slot, assessors, criteria: told };
  }
}

export class ReceiptAnswer {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ description: '1 for the first of this account about the criterion.' }) readonly revision: number;
  @ApiProperty({ format: 'date-time' }) readonly at: string;

  static of({ id, revision, at }: GradingReceipt): ReceiptAnswer {
    return { id, revision, at: at.toISOString() };
  }
}

export class ConflictAnswer {
  @ApiProperty({ description: 'Assignments that it ended.' }) readonly ended: number;
  @ApiProperty({ description: 'Gradings that no longer count; they are kept.' }) readonly setAside: number;
}

export class StatusAnswer {
  @ApiProperty() readonly centres: number;
  @ApiProperty({ description: 'Centres with an assessor.' }) readonly assigned: number;
  @ApiProperty({ description: 'Centres whose agency assessed itself.' }) readonly selfAssessed: number;
  @ApiProperty({ description: 'Criteria that an assessor graded.' }) readonly graded: number;
  @ApiProperty({ description: 'Criteria with a level that holds.' }) readonly settled: number;
  @ApiProperty({ description: 'Criteria on which two assessors differ.' }) readonly open: number;
}
