import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { flaws, standings, suspicions, ways, type Mark, type Standing, type Way } from '#campaigns';
import { mostNoticed, type After, type DecidedReceipt, type NoticedPage, type NoticedResponse } from '#surveys';

const marks = [...suspicions, ...flaws];

/** Which responses are listed. */
export class NoticedWishes {
  @ApiProperty({ enum: standings, required: false }) @IsOptional() @IsIn(standings) readonly standing?: Standing;
  @ApiProperty({ enum: marks, required: false }) @IsOptional() @IsIn(marks) readonly mark?: Mark;
  @ApiProperty({ required: false, description: 'Where the page before ended.' })
  @ValidateIf(({ afterPlace, afterId }: NoticedWishes) => afterPlace !== undefined || afterId !== undefined)
  @Type(() => Number)
  @IsInt()
  @Min(1)
  readonly afterPlace?: number;
  @ApiProperty({ required: false, format: 'uuid' })
  @ValidateIf(({ afterPlace, afterId }: NoticedWishes) => afterPlace !== undefined || afterId !== undefined)
  @IsUUID()
  readonly afterId?: string;
}

/** What was decided, about which responses. */
export class DecisionBody {
  @ApiProperty({ type: [String], format: 'uuid', maxItems: mostNoticed })
  @ArrayMinSize(1)
  @ArrayMaxSize(mostNoticed)
  @IsUUID(undefined, { each: true })
  readonly ids: string[];
  @ApiProperty({ enum: standings }) @IsIn(standings) readonly to: Standing;
  @ApiProperty({ maxLength: 4000 }) @IsString() @MinLength(1) @MaxLength(4000) readonly reason: string;
}

export class DecidedAnswer implements DecidedReceipt {
  @ApiProperty({ description: 'Those that did not stand so already.' }) readonly changed: number;
}

export class NoticedAnswer implements NoticedResponse {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ description: 'The code of the agency.' }) readonly agency: string;
  @ApiProperty({ type: String, nullable: true }) readonly centre: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly service: string | null;
  @ApiProperty({ enum: ways }) readonly way: Way;
  @ApiProperty() readonly language: string;
  @ApiProperty() readonly outcome: string;
  @ApiProperty({ enum: standings }) readonly standing: Standing;
  @ApiProperty({ enum: marks, isArray: true }) readonly marks: readonly Mark[];
  @ApiProperty({ type: Number, nullable: true }) readonly seconds: number | null;
  @ApiProperty({ format: 'date-time' }) readonly receivedAt: Date;
  @ApiProperty({ type: Object, description: 'The answers.' }) readonly sheet: unknown;
  @ApiProperty({ description: 'Its number.' }) readonly place: number;
}

export class AfterAnswer implements After {
  @ApiProperty() readonly place: number;
  @ApiProperty({ format: 'uuid' }) readonly id: string;
}

export class NoticedPageAnswer implements NoticedPage {
  @ApiProperty({ type: [NoticedAnswer] }) readonly responses: readonly NoticedAnswer[];
  @ApiProperty({ type: AfterAnswer, nullable: true, description: 'Where the next page goes on.' })
  readonly next: AfterAnswer | null;
}
