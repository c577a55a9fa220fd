import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

/** A campaign that interviews are held for, in an address. */
export class InterviewedAddress {
  @ApiProperty({ example: 'happiness_2026' }) @Matches(/^[a-z][a-z0-9_]{0,63}$/) readonly campaign: string;
}

/** From where on places are told. */
export class InterviewPlacesChoice {
  @ApiProperty({ required: false, default: 0, description: 'From after the place with this number.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  readonly after?: number;
}
