import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { cycleKinds, type Cycle } from '#cycles';

/** A cycle in an address. */
export class CycleKey {
  @ApiProperty({ example: '2024', maxLength: 40, description: 'A year, fiscal year, quarter or month.' })
  @IsString()
  @MaxLength(40)
  @Matches(/^[\w-]+$/)
  readonly cycle: string;
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
