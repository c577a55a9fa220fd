import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { cycleKinds, type Cycle } from '#cycles';
import { agencyCodePattern } from '#network';

/** A cycle in an address. */
export class CycleKey {
  @ApiProperty({ example: '2024', maxLength: 40, description: 'A year, fiscal year, quarter or month.' })
  @IsString()
  @MaxLength(40)
  @Matches(/^[\w-]+$/)
  readonly cycle: string;
}

/** The rating scheme a cycle is opened with. */
export class SchemeToOpen {
  @ApiProperty({ example: 'global_stars' }) @Matches(/^[a-z][a-z0-9_]{0,63}$/) readonly code: string;
  @ApiProperty({ example: 2 }) @IsInt() @Min(1) @Max(10_000) readonly version: number;
}

export class CycleAnswer {
  @ApiProperty({ example: '2024' }) readonly key: string;
  @ApiProperty({ enum: cycleKinds }) readonly kind: string;
  @ApiProperty({ format: 'date' }) readonly startsOn: string;
  @ApiProperty({ format: 'date' }) readonly endsOn: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null: the office only.' })
  readonly publishedAt: string | null;

  static of({ key, kind, startsOn, endsOn, publishedAt }: Cycle): CycleAnswer {
    return { key, kind, startsOn, endsOn, publishedAt: publishedAt?.toISOString() ?? null };
  }
}

/** Of which agency; of all unless said. */
export class AgencyChoice {
  @ApiProperty({ required: false, example: 'ID', description: 'One agency by its code; all unless said.' })
  @IsOptional()
  @Matches(agencyCodePattern)
  readonly agency?: string;

  /** The language of refusals; figures have none. */
  @ApiProperty({ required: false, enum: ['ar', 'en'] })
  @IsOptional()
  @Matches(/^(ar|en)$/)
  readonly language?: string;
}
