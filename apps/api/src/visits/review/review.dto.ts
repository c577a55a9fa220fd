import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { visitStates, type VisitState } from '#fieldwork';
import type { QueuedVisit } from '#visits';
import { Reason, VisitAddress } from '../plan/addresses.dto.js';

const lowered = ({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value);

/** The visits that wait for a review: looked at by themselves, under review, or sent back. */
export const reviewStates = ['submitted', 'checked', 'inReview', 'returned', 'approved'] as const;

export class QueuePage {
  @ApiProperty({ required: false, enum: reviewStates, description: 'Absent: those to be reviewed, or under review.' })
  @IsOptional()
  @IsIn(reviewStates)
  readonly state?: (typeof reviewStates)[number];

  @ApiProperty({ required: false, format: 'uuid', description: 'List from after this visit; a hundred at once.' })
  @IsOptional()
  @Transform(lowered)
  @IsUUID()
  readonly after?: string;
}

/** A new revision in an address. */
export class EditAddress extends VisitAddress {
  @ApiProperty({
    format: 'uuid',
    description: 'Of the new revision, minted by the client: sent twice it is kept once.',
  })
  @Transform(lowered)
  @IsUUID()
  readonly report: string;
}

export class GradeSent {
  @ApiProperty({ minimum: 0, maximum: 10 }) @IsInt() @Min(0) @Max(10) readonly grade: number;
}

export class ApprovalSent {
  @ApiProperty({ required: false, minimum: 0, maximum: 10, description: 'Absent: the grade stays as it is.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10)
  readonly grade?: number;
}

/** What the shopper is told at an item, or of the whole visit. */
export class NoteSent {
  @ApiProperty({ required: false, example: 'answers.wait', description: 'Absent: about the whole visit.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly item?: string;

  @ApiProperty({ minLength: 1, maxLength: 4_000 }) @IsString() @Matches(/\S/) @MaxLength(4_000) readonly note: string;
}

export class ReturnSent extends Reason {
  @ApiProperty({ type: [NoteSent], maxItems: 200 })
  @IsArray()
  @ArrayMaxSize(200)
  @IsObject({ each: true }) // a list in the list would be looked through, and taken when it is empty
  @ValidateNested({ each: true })
  @Type(() => NoteSent)
  readonly notes: readonly NoteSent[];
}

export class QueuedVisitAnswer {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ enum: visitStates }) readonly state: VisitState;
  @ApiProperty() readonly centre: string;
  @ApiProperty() readonly agency: string;
  @ApiProperty() readonly wave: string;
  @ApiProperty() readonly scenario: string;
  @ApiProperty({ type: String, nullable: true }) readonly shopper: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly reviewer: string | null;
  @ApiProperty() readonly revision: number;
  @ApiProperty() readonly late: boolean;
  @ApiProperty({ format: 'date-time' }) readonly receivedAt: string;
  @ApiProperty({ type: [String], description: 'Codes of what was found by itself.' })
  readonly findings: readonly string[];

  static of({ receivedAt, ...line }: QueuedVisit): QueuedVisitAnswer {
    return { ...line, receivedAt: receivedAt.toISOString() };
  }
}
