import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { longestReason, slots, type Slot } from '#assessments';
import { agencyCodePattern } from '#network';
import { CycleKey } from '../cycles/cycles.dto.js';

const codePattern = /^[a-z][a-z0-9_]{0,63}$/;
const day = /^[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A centre in a cycle, in an address. */
export class CentreAddress extends CycleKey {
  @ApiProperty({ example: 'deira-01' }) @Matches(agencyCodePattern) readonly centre: string;
}

export class SlotAddress extends CentreAddress {
  @ApiProperty({ enum: slots }) @IsIn(slots) readonly slot: Slot;
}

export class CriterionAddress extends CentreAddress {
  @ApiProperty({ example: 'leadership' }) @Matches(codePattern) readonly criterion: string;
}

export class GradingAddress extends CriterionAddress {
  @ApiProperty({ format: 'uuid', description: 'Minted by the client: sent twice it is stored once.' })
  @IsUUID()
  readonly id: string;
}

export class FileAddress extends CriterionAddress {
  @ApiProperty({ example: 'plan.pdf', maxLength: 150 }) @IsString() @MaxLength(200) readonly name: string;
}

export class HashAddress extends CriterionAddress {
  @ApiProperty({ description: 'The SHA-256 of the content, hexadecimal.' })
  @Matches(/^[0-9a-f]{64}$/)
  readonly hash: string;
}

export class ConflictAddress {
  @ApiProperty({ description: 'The name of the account.' }) @IsString() @MaxLength(100) readonly account: string;
  @ApiProperty({ example: 'MHCLG' }) @Matches(agencyCodePattern) readonly agency: string;
}

/** Which of the assessments to list. */
export class PageChoice {
  @ApiProperty({ required: false, description: 'List from after this centre; a hundred are listed at once.' })
  @IsOptional()
  @Matches(agencyCodePattern)
  readonly after?: string;
}

export class DueDaysChoice {
  @ApiProperty({ required: false, format: 'date', description: 'The last day of the self-assessment, in UTC.' })
  @IsOptional()
  @Matches(day)
  @IsISO8601({ strict: true })
  readonly selfDueOn?: string;

  @ApiProperty({ required: false, format: 'date', description: 'The last day of grading, in UTC.' })
  @IsOptional()
  @Matches(day)
  @IsISO8601({ strict: true })
  readonly gradingDueOn?: string;
}

export class AssessorChoice {
  @ApiProperty({ description: 'The name of an account with the role assessor.' })
  @IsString()
  @MaxLength(100)
  readonly assessor: string;
}

export class ConflictReason {
  @ApiProperty({ maxLength: longestReason })
  @IsString()
  @Matches(/\S/)
  @MaxLength(longestReason)
  readonly reason: string;
}

/** What is said of a criterion: a level, or that it does not apply. */
export class GradingSent {
  @ApiProperty({ required: false, example: 'maturing', description: 'A level’s code; absent when it does not apply.' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly level?: string;

  @ApiProperty({ required: false, description: 'True when the criterion does not apply to the centre.' })
  @IsOptional()
  @IsBoolean()
  readonly notApplicable?: boolean;

  @ApiProperty({ maxLength: longestReason }) @IsString() @MaxLength(longestReason) readonly reason: string;
}
