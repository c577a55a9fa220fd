import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { visitStates, type VisitState } from '#fieldwork';
import type { AppealLine, AppealOfVisit, Decision, ReleasedLine } from '#visits';
import { VisitAddress } from '../plan/addresses.dto.js';

const lowered = ({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value);
const sha256 = /^[0-9a-f]{64}$/;

export class ReleasedPage {
  @ApiProperty({ required: false, format: 'uuid', description: 'List from after this one; a hundred at once.' })
  @IsOptional()
  @Transform(lowered)
  @IsUUID()
  readonly after?: string;
}

export class AppealPage extends ReleasedPage {
  @ApiProperty({ required: false, enum: ['yes'], description: 'Only those not decided yet.' })
  @IsOptional()
  @IsIn(['yes'])
  readonly open?: 'yes';
}

/** A photo of a visit in an address. */
export class PhotoAddress extends VisitAddress {
  @ApiProperty({ description: 'SHA-256, hexadecimal.' }) @Matches(sha256) readonly hash: string;
}

/** An appeal about a visit in an address. */
export class AppealOfVisitAddress extends VisitAddress {
  @ApiProperty({ format: 'uuid', description: 'Minted by the client: sent twice it is kept once.' })
  @Transform(lowered)
  @IsUUID()
  readonly appeal: string;
}

/** An appeal in an address. */
export class AppealAddress {
  @ApiProperty({ format: 'uuid' }) @Transform(lowered) @IsUUID() readonly appeal: string;
}

/** What an agency objects to. */
export class AppealSentBody {
  @ApiProperty({ example: 'answers.wait', description: 'The path of an item that was answered.', maxLength: 200 })
  @IsString()
  @Matches(/\S/)
  @MaxLength(200)
  readonly item: string;

  @ApiProperty({ minLength: 1, maxLength: 4_000 })
  @IsString()
  @Matches(/\S/)
  @MaxLength(4_000)
  readonly statement: string;

  @ApiProperty({ type: [String], maxItems: 20, description: 'SHA-256 of files that were sent before.' })
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(sha256, { each: true })
  readonly evidence: string[];
}

export class AppealAnswer {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ example: 'answers.wait' }) readonly item: string;
  @ApiProperty() readonly statement: string;
  @ApiProperty({ type: [String] }) readonly evidence: readonly string[];
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty({ enum: ['upheld', 'amended', 'voided'], nullable: true, description: 'Null: not decided yet.' })
  readonly decision: Decision | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly decidedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly reason: string | null;

  static of({ id, item, statement, evidence, at, decision, decidedAt, reason }: AppealOfVisit): AppealAnswer {
    const decided = decidedAt?.toISOString() ?? null;
    return { id, item, statement, evidence, at: at.toISOString(), decision, decidedAt: decided, reason };
  }
}

/** An appeal as the office lists it. */
export class AppealLineAnswer extends AppealAnswer {
  @ApiProperty({ format: 'uuid' }) readonly visit: string;
  @ApiProperty() readonly agency: string;
  @ApiProperty() readonly centre: string;

  static override of(line: AppealLine): AppealLineAnswer {
    return { ...AppealAnswer.of(line), visit: line.visit, agency: line.agency, centre: line.centre };
  }
}

export class ReleasedLineAnswer {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly centre: string;
  @ApiProperty() readonly agency: string;
  @ApiProperty() readonly wave: string;
  @ApiProperty() readonly scenario: string;
  @ApiProperty({ type: String, nullable: true }) readonly service: string | null;
  @ApiProperty({ enum: visitStates }) readonly state: VisitState;
  @ApiProperty({ format: 'date-time' }) readonly releasedAt: string;
  @ApiProperty({ format: 'date' }) readonly appealUntil: string;
  @ApiProperty() readonly appeals: number;

  static of({ releasedAt, ...line }: ReleasedLine): ReleasedLineAnswer {
    return { ...line, releasedAt: releasedAt.toISOString() };
  }
}
