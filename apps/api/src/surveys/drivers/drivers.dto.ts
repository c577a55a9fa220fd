import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import type { SurveyDrivers } from '#surveys';

/** A campaign in an address. */
export class DriversOf {
  @ApiProperty({ example: 'happiness_2026' }) @Matches(/^[a-z][a-z0-9_]{0,63}$/) readonly code: string;
}

export class DriversAnswer implements SurveyDrivers {
  @ApiProperty() readonly code: string;
  @ApiProperty({ type: [Object], description: 'The dimensions looked at: `dimension` and its `title`.' })
  readonly drivers: SurveyDrivers['drivers'];
  @ApiProperty({
    type: Object,
    nullable: true,
    description:
      'R², the method, whether drivers are too alike to be told apart (`collinear`), and of each driver its importance, coefficient and interval.',
  })
  readonly analysis: SurveyDrivers['analysis'];
  @ApiProperty({ type: Object, nullable: true, description: 'Why there is no analysis, by `code`.' })
  readonly fault: SurveyDrivers['fault'];
}
