import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { languages, type Language } from '#contract';
import { agencyCodePattern } from '#network';
import { programmeName } from '#scorecards';
import { CycleKey } from '../cycles/cycles.dto.js';

/** What is to be printed of a cycle. */
export class PrintChoice {
  @ApiProperty({ required: false, example: 'ACAS', description: 'One agency by its code; all unless said.' })
  @IsOptional()
  @Matches(agencyCodePattern)
  readonly agency?: string;

  @ApiProperty({ required: false, enum: languages, description: 'Both unless said.' })
  @IsOptional()
  @IsIn(languages)
  readonly language?: Language;
}

/** One report in an address. */
export class ReportAddress extends CycleKey {
  @ApiProperty({ example: 'ACAS', description: `An agency’s code, or ${programmeName} for the programme report.` })
  @Matches(/^(_programme|[A-Za-z0-9][A-Za-z0-9._-]{0,63})$/)
  readonly agency: string;

  @ApiProperty({ enum: languages })
  @IsIn(languages)
  readonly language: Language;
}

export class QueuedAnswer {
  @ApiProperty({ description: 'How many reports were queued.' }) readonly queued: number;
}

export class ProgressAnswer {
  @ApiProperty() readonly queued: number;
  @ApiProperty() readonly printed: number;
  @ApiProperty({ description: 'Left with their reason after five tries.' }) readonly failed: number;
}
