import { ApiProperty } from '@nestjs/swagger';
import type { SurveyDrivers } from '#surveys';

export class DriversAnswer implements SurveyDrivers {
  @ApiProperty() readonly code: string;
  @ApiProperty({ type: [Object], description: 'The dimensions looked at: `dimension` and its `title`.' })
  readonly drivers: SurveyDrivers['drivers'];
  @ApiProperty({
    type: Object,
    nullable: true,
    description:
      'R², the method, whether drivers are too alike to be told apart (`collinear`), and of each driver its importance, coefficient and interval; in points from 0 to 100.',
  })
  readonly analysis: SurveyDrivers['analysis'];
  @ApiProperty({ type: Object, nullable: true, description: 'Why there is no analysis, by `code`.' })
  readonly fault: SurveyDrivers['fault'];
}
