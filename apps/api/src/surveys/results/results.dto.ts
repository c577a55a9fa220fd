import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import type { GroupResult, ResultScore } from '#campaigns';
import type { SurveyResult } from '#surveys';

/** A campaign in an address. */
export class ResultsOf {
  @ApiProperty({ example: 'happiness_2026' }) @Matches(/^[a-z][a-z0-9_]{0,63}$/) readonly code: string;
}

export class ScoreAnswer implements ResultScore {
  @ApiProperty({
    type: String,
    example: 'overall',
    description: '`overall`, `dimension:CODE`, of employees also `item:CODE`',
  })
  readonly key: ResultScore['key'];
  @ApiProperty({
    type: Object,
    nullable: true,
    description:
      'value (0 to 100), n, effectiveN, designEffect, standardError, df and the 95 % interval; null: nobody answered, or withheld.',
  })
  readonly estimate: ResultScore['estimate'];
}

export class GroupAnswer implements GroupResult {
  @ApiProperty({ type: Object, description: 'What makes the group; empty: all.' }) readonly codes: GroupResult['codes'];
  @ApiProperty({ type: Number, nullable: true }) readonly n: number | null;
  @ApiProperty({ enum: ['belowMinimum', 'protected'], nullable: true }) readonly withheld: GroupResult['withheld'];
  @ApiProperty({ type: [ScoreAnswer] }) readonly scores: readonly ScoreAnswer[];
}

export class SurveyResultAnswer implements SurveyResult {
  @ApiProperty() readonly code: string;
  @ApiProperty() readonly cycle: string;
  @ApiProperty({ enum: ['customer-happiness', 'employee-happiness'] }) readonly study: SurveyResult['study'];
  @ApiProperty({
    enum: ['notYet', 'computing', 'ready'],
    description:
      'Of employees: `notYet` until the campaign is closed, `computing` until all answers are mixed and the results are published, once and for good. Of customers always `ready`.',
  })
  readonly state: SurveyResult['state'];
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When results of employees were published; null: they are not, or they are of customers.',
  })
  readonly releasedAt: Date | null;
  @ApiProperty({ type: [GroupAnswer] }) readonly groups: readonly GroupAnswer[];
  @ApiProperty({
    type: Object,
    nullable: true,
    description: 'How the weights met the known totals; null: not weighted.',
  })
  readonly weighting: SurveyResult['weighting'];
}
