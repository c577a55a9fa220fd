import { ApiProperty } from '@nestjs/swagger';
import { ways, type Way } from '#campaigns';
import type { Wording } from '#contract';
import type { Instrument } from '#instruments';
import type { SharedForm, ShortSurvey, SurveyForm } from './survey-form.js';

const text = { type: Object, description: 'By language tag.' } as const;

/** A form for one answer. */
export class SurveyFormAnswer implements SurveyForm {
  @ApiProperty({ enum: ['nujoom.survey-form/1'] }) readonly schema: 'nujoom.survey-form/1';
  @ApiProperty({ description: 'As an answer has to name it.' }) readonly code: string;
  @ApiProperty({ enum: ways }) readonly way: Way;
  @ApiProperty(text) readonly title: Wording;
  @ApiProperty(text) readonly asker: Wording;
  @ApiProperty(text) readonly purpose: Wording;
  @ApiProperty() readonly minutes: number;
  @ApiProperty({ type: Object, description: '{ version, text }' }) readonly consent: SharedForm['consent'];
  @ApiProperty({ format: 'date-time' }) readonly closes: string;
  @ApiProperty({ enum: ['latn', 'arab'], description: 'Of Arabic.' }) readonly numerals: SharedForm['numerals'];
  @ApiProperty({ enum: ['bestFirst', 'worstFirst'] }) readonly scaleOrder: SharedForm['scaleOrder'];
  @ApiProperty({ type: [String] }) readonly languages: readonly string[];
  @ApiProperty({ type: Object, description: 'Of the place: { agency, centre?, service? }' })
  readonly names: SharedForm['names'];
  @ApiProperty({ type: Object, description: 'nujoom.instrument/1' }) readonly instrument: Instrument;
  @ApiProperty({
    type: Object,
    nullable: true,
    description: 'The short way: { face, then, items }; null: it cannot be answered by faces and taps.',
  })
  readonly short: ShortSurvey | null;
  @ApiProperty({ format: 'uuid', description: 'What the stamp is for.' }) readonly response: string;
  @ApiProperty() readonly stamp: string;
  @ApiProperty({ description: 'Zero bits of SHA-256 that an answer by a script needs just now; 0: none.' })
  readonly workBits: number;
}
