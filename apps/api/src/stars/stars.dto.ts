import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { agencyCodePattern } from '#network';
import { mostStarLines } from '#results';
import { AgencyChoice, CycleKey } from '../cycles/cycles.dto.js';

/** One centre of a cycle in an address. */
export class CentreAddress extends CycleKey {
  @ApiProperty({ example: 'ID-1' }) @Matches(agencyCodePattern) readonly centre: string;
}

/** A page of centres. */
export class CentrePage extends AgencyChoice {
  @ApiProperty({ required: false, description: 'The code of the last centre of the page before.' })
  @IsOptional()
  @Matches(agencyCodePattern)
  readonly after?: string;

  @ApiProperty({ required: false, minimum: 1, maximum: mostStarLines, default: mostStarLines })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(mostStarLines)
  readonly most?: number;
}
