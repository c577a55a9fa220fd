import { ApiProperty } from '@nestjs/swagger';
import type { AnsweredItem, GroupResult, ResultScore } from '#campaigns';
import type { SurveyResult } from '#surveys';

export class ScoreAnswer implements ResultScore {
  @ApiProperty({
    type: String,
    example: 'overall',
    description: '`overall`, `dimension:CODE`, of employees also `item:CODE`',
  })
  readonly key: ResultScore['key'];
  @ApiProperty({
    enum: ['belowMinimum', 'protected'],
    nullable: true,
    description: 'Why it is not shown. Of employees `protected` also where nobody answered.',
  })
  readonly withheld: ResultScore['withheld'];
  @ApiProperty({
    type: Object,
    nullable: true,
    description:
      'value (0 to 100), n, effectiveN, designEffect, standardError, df and the 95 % interval; null: nobody answered, or withheld.',
  })
  readonly estimate: ResultScore['estimate'];
}

export class AnsweredItemAnswer implements AnsweredItem {
  @ApiProperty({ example: 'overall' }) readonly item: string;
  @ApiProperty({ type: String, nullable: true, description: 'The row of a matrix.' }) readonly row: string | null;
  @ApiProperty({ description: 'How many answered it.' }) readonly n: number;
  @ApiProperty({ description: 'How many of equal weight would tell as much.' }) readonly effectiveN: number;
  @ApiProperty({ enum: ['belowMinimum'], nullable: true }) readonly withheld: AnsweredItem['withheld'];
  @ApiProperty({
    type: [Object],
    description: 'Each option with how many chose it, its `share` in percent and the 95 % interval (Wilson’s).',
  })
  readonly options: AnsweredItem['options'];
  @ApiProperty({
    type: Object,
    nullable: true,
    description:
      'The share of the two best answers, in percent, with its interval; of scales of three options or more.',
  })
  readonly topTwo: AnsweredItem['topTwo'];
  @ApiProperty({
    type: Object,
    nullable: true,
    description:
      'Net promoters, −100 to 100, with the 95 % interval (Wald’s), the shares of promoters, passives and detractors (0 to 1), and the adjusted Wald estimate; of scales of the kind `nps`.',
  })
  readonly netPromoter: AnsweredItem['netPromoter'];
}

export class GroupAnswer implements GroupResult {
  @ApiProperty({ type: Object, description: 'What makes the group; empty: all.' }) readonly codes: GroupResult['codes'];
  @ApiProperty({ type: Number, nullable: true }) readonly n: number | null;
  @ApiProperty({ enum: ['belowMinimum', 'protected'], nullable: true }) readonly withheld: GroupResult['withheld'];
  @ApiProperty({ type: [ScoreAnswer] }) readonly scores: readonly ScoreAnswer[];
  @ApiProperty({
    type: [AnsweredItemAnswer],
    description: 'How items with options were answered. Of single centres and of employees: none.',
  })
  readonly items: readonly AnsweredItemAnswer[];
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
