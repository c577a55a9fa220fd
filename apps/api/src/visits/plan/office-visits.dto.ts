import { ApiProperty } from '@nestjs/swagger';
import { visitStates } from '#fieldwork';
import type { Fault } from '#contract';
import type { AssignmentProposal, ProposedVisit, TrailLine, UnfilledVisit, VisitLine } from '#visits';

export class VisitLineAnswer {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly cycle: string;
  @ApiProperty() readonly centre: string;
  @ApiProperty() readonly agency: string;
  @ApiProperty() readonly wave: string;
  @ApiProperty() readonly scenario: string;
  @ApiProperty({ type: String, nullable: true }) readonly service: string | null;
  @ApiProperty({ format: 'date' }) readonly dueFrom: string;
  @ApiProperty({ format: 'date' }) readonly dueTo: string;
  @ApiProperty({ example: 'monday' }) readonly weekday: string;
  @ApiProperty({ example: '08:00' }) readonly hourFrom: string;
  @ApiProperty({ example: '11:00' }) readonly hourTo: string;
  @ApiProperty({ enum: ['ar', 'en'] }) readonly language: string;
  @ApiProperty({ enum: ['female', 'male'] }) readonly gender: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Both visits of a double visit have it.' })
  readonly pair: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly replaces: string | null;
  @ApiProperty({ enum: visitStates }) readonly state: string;
  @ApiProperty({ type: String, nullable: true }) readonly shopper: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The grade of the report, 0 to 10.' })
  readonly grade: number | null;

  static of(line: VisitLine): VisitLineAnswer {
    return { ...line };
  }
}

export class TrailAnswer {
  @ApiProperty({ type: String, nullable: true }) readonly from: string | null;
  @ApiProperty() readonly to: string;
  @ApiProperty({ type: String, nullable: true }) readonly verb: string | null;
  @ApiProperty({ enum: ['shopper', 'office', 'agency', 'platform'] }) readonly role: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null: the platform, or the command line.' })
  readonly account: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly reason: string | null;
  @ApiProperty({ type: Object, nullable: true }) readonly details: object | null;
  @ApiProperty({ format: 'date-time' }) readonly at: string;

  static of({ at, ...line }: TrailLine): TrailAnswer {
    return { ...line, at: at.toISOString() };
  }
}

/** Where a visit stands after a move. */
export class MovedAnswer {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ enum: visitStates }) readonly state: string;

  static of({ id, state }: MovedAnswer): MovedAnswer {
    return { id, state };
  }
}

/** The visit that takes the place of another. */
export class ReplacementAnswer {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'uuid' }) readonly replaces: string | null;
  @ApiProperty({ format: 'date' }) readonly dueFrom: string;
  @ApiProperty({ format: 'date' }) readonly dueTo: string;

  static of({ id, replaces, dueFrom, dueTo }: ReplacementAnswer): ReplacementAnswer {
    return { id, replaces, dueFrom, dueTo };
  }
}

export class ProposedAnswer {
  @ApiProperty({ format: 'uuid' }) readonly visit: string;
  @ApiProperty() readonly centre: string;
  @ApiProperty() readonly shopper: string;

  static of({ visit, centre, shopper }: ProposedVisit): ProposedAnswer {
    return { visit, centre, shopper };
  }
}

export class UnfilledAnswer {
  @ApiProperty({ format: 'uuid' }) readonly visit: string;
  @ApiProperty() readonly centre: string;
  @ApiProperty({ type: String, nullable: true, description: 'The shopper against whom least speaks.' })
  readonly nearest: string | null;
  @ApiProperty({ type: [Object], description: 'What speaks against him.' }) readonly faults: readonly Fault[];

  static of({ visit, centre, nearest, faults }: UnfilledVisit): UnfilledAnswer {
    return { visit, centre, nearest, faults };
  }
}

export class ProposalAnswer {
  @ApiProperty({ type: [ProposedAnswer] }) readonly proposed: readonly ProposedAnswer[];
  @ApiProperty({ type: [UnfilledAnswer], description: 'Visits for which nobody was found.' })
  readonly unfilled: readonly UnfilledAnswer[];

  static of({ proposed, unfilled }: AssignmentProposal): ProposalAnswer {
    return {
      proposed: proposed.map((one) => ProposedAnswer.of(one)),
      unfilled: unfilled.map((one) => UnfilledAnswer.of(one)),
    };
  }
}
