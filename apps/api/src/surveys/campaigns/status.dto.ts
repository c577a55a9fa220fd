import { ApiProperty } from '@nestjs/swagger';
import { ways } from '#campaigns';
import type { CampaignState, CampaignStatus, OpenWay, PlaceWays, ResponseImport, RetentionStatus } from '#surveys';
import { movesOf, states } from './campaigns.dto.js';

type Names = Readonly<Record<string, string>>;

export class StandingsAnswer {
  @ApiProperty({ description: 'Results come from these.' }) readonly counted: number;
  @ApiProperty({ description: 'Suspected; a person decides.' }) readonly held: number;
  @ApiProperty({ description: 'Taken out by a person.' }) readonly excluded: number;
}

export class IntervalAnswer {
  @ApiProperty() readonly low: number;
  @ApiProperty() readonly high: number;
}

export class QuotaAnswer {
  @ApiProperty() readonly agency: string;
  @ApiProperty({ type: String, nullable: true }) readonly centre: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly service: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly channel: string | null;
  @ApiProperty() readonly most: number;
  @ApiProperty({ enum: ['count', 'close'], description: 'When full: it is told, or nobody new is asked.' })
  readonly whenFull: 'count' | 'close';
  @ApiProperty({ description: 'Counted responses.' }) readonly counted: number;
}

export class WayStatusAnswer {
  @ApiProperty({ enum: ways }) readonly way: string;
  @ApiProperty({ description: 'Responses that came in, whatever became of them.' }) readonly received: number;
  @ApiProperty({ description: 'Invited, but for those known not to have been reached.' }) readonly eligible: number;
  @ApiProperty({ description: 'Answers; of invitations, those that were answered.' }) readonly completed: number;
  @ApiProperty({ type: Number, nullable: true, description: 'completed / eligible, 0 to 1 (AAPOR RR1).' })
  readonly rate: number | null;
  @ApiProperty({ type: IntervalAnswer, nullable: true, description: 'Wilson’s, 95 %.' })
  readonly interval: IntervalAnswer | null;
  @ApiProperty({ enum: ['nobodyInvited', 'moreThanInvited'], nullable: true, description: 'Why there is no rate.' })
  readonly reason: string | null;
}

export class DayAnswer {
  @ApiProperty({ format: 'date' }) readonly day: string;
  @ApiProperty() readonly received: number;
}

export class ResponseImportAnswer {
  @ApiProperty() readonly fileName: string;
  @ApiProperty({ description: 'Of the file, hexadecimal.' }) readonly sha256: string;
  @ApiProperty() readonly rows: number;
  @ApiProperty() readonly added: number;
  @ApiProperty({ type: String, nullable: true, description: 'The account; null: the command line.' })
  readonly by: string | null;
  @ApiProperty({ format: 'date-time' }) readonly at: string;

  static of(this: void, { at, ...rest }: ResponseImport): ResponseImportAnswer {
    return { ...rest, at: at.toISOString() };
  }
}

export class KeptContactsAnswer {
  @ApiProperty({ format: 'date-time' }) readonly dueAt: string;
  @ApiProperty({ description: 'Whether any are left.' }) readonly areKept: boolean;
}

export class KeptWordsAnswer {
  @ApiProperty({ format: 'date-time' }) readonly dueAt: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When all were erased; null: not yet.',
  })
  readonly erasedAt: string | null;
  @ApiProperty({ description: 'Responses in which something was erased because it was due.' }) readonly erased: number;
  @ApiProperty({ description: 'Responses in which something was erased because somebody asked.' })
  readonly erasedOnRequest: number;
}

export class RetentionAnswer {
  @ApiProperty({ type: KeptContactsAnswer, description: 'Whom invitations went to, and what about.' })
  readonly contacts: KeptContactsAnswer;
  @ApiProperty({ type: KeptWordsAnswer, description: 'What people wrote.' }) readonly words: KeptWordsAnswer;

  static of({ contacts, words }: RetentionStatus): RetentionAnswer {
    return {
      contacts: { ...contacts, dueAt: contacts.dueAt.toISOString() },
      words: { ...words, dueAt: words.dueAt.toISOString(), erasedAt: words.erasedAt?.toISOString() ?? null },
    };
  }
}

export class CampaignStatusAnswer {
  @ApiProperty() readonly code: string;
  @ApiProperty({ example: '2026' }) readonly cycle: string;
  @ApiProperty({ enum: ['customer-happiness', 'employee-happiness'] }) readonly study: string;
  @ApiProperty({ type: Object, description: 'The title by language tag.' }) readonly title: Names;
  @ApiProperty({ enum: states }) readonly state: CampaignState;
  @ApiProperty({ format: 'date-time' }) readonly opens: string;
  @ApiProperty({ format: 'date-time' }) readonly closes: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly openedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly closedAt: string | null;
  @ApiProperty({ description: 'How many it asks about.' }) readonly places: number;
  @ApiProperty({ type: StandingsAnswer }) readonly responses: StandingsAnswer;
  @ApiProperty({ description: 'Counted responses hoped for; 0: nothing was said.' }) readonly target: number;
  @ApiProperty({ type: Boolean, nullable: true, description: 'Null: no target was set.' })
  readonly isTargetReached: boolean | null;
  @ApiProperty() readonly minimum: number;
  @ApiProperty() readonly isMinimumReached: boolean;
  @ApiProperty({ type: [QuotaAnswer] }) readonly quotas: readonly QuotaAnswer[];
  @ApiProperty({ type: [WayStatusAnswer] }) readonly ways: readonly WayStatusAnswer[];
  @ApiProperty({ type: [DayAnswer], description: 'Of employees: none.' }) readonly days: readonly DayAnswer[];
  @ApiProperty({ type: [ResponseImportAnswer], description: 'Files of responses that came in, the latest first.' })
  readonly imports: readonly ResponseImportAnswer[];
  @ApiProperty({ type: RetentionAnswer, description: 'What is erased when.' }) readonly retention: RetentionAnswer;

  static of({ openedAt, closedAt, imports, retention, ...status }: CampaignStatus): CampaignStatusAnswer {
    const more = { imports: imports.map(ResponseImportAnswer.of), retention: RetentionAnswer.of(retention) };
    return { ...status, ...movesOf({ openedAt, closedAt }), ...more };
  }
}

export class OpenWayAnswer {
  @ApiProperty({ enum: ['link', 'kiosk', 'embed'] }) readonly way: OpenWay['way'];
  @ApiProperty({ description: '18 letters and digits.' }) readonly code: string;
  @ApiProperty({ example: 'https://nujoom.example/s/0a1b2c3d4e5f6g7h8j' }) readonly address: string;
}

export class PlaceWaysAnswer {
  @ApiProperty({ description: 'The number of the place.' }) readonly n: number;
  @ApiProperty() readonly agency: string;
  @ApiProperty({ type: String, nullable: true }) readonly centre: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly service: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly channel: string | null;
  @ApiProperty({ type: Object, description: 'Of agency, centre and service, by language tag.' })
  readonly names: Readonly<Record<string, Names>>;
  @ApiProperty({ type: [OpenWayAnswer], description: 'None where people are invited one by one.' })
  readonly ways: readonly OpenWayAnswer[];

  static of({ names, ...place }: PlaceWays): PlaceWaysAnswer {
    return { ...place, names: { ...names } };
  }
}
