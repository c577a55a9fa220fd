import { NestFactory } from '@nestjs/core';
import { DatabaseModule } from '#database';
import { settingsFrom, SettingsModule } from '#settings';
import { SurveysModule, SurveyTallies } from '#surveys';

/** What a rebuild took, as its process says it. */
export interface RebuildReport {
  readonly responses: number;
  readonly ms: number;
  /** The most memory the process ever held, in MB. */
  readonly resident: number;
}

/** Makes all tallies anew in a process of its own, as the command does, so that its memory is its own. */
const rooms = await NestFactory.createApplicationContext(
  {
    module: class Platform {},
    imports: [
      SettingsModule.of(settingsFrom(process.env)),
      DatabaseModule.at(process.env['DATABASE_URL'] ?? ''),
      SurveysModule,
    ],
  },
  { logger: ['error'] },
);
const since = performance.now();
const responses = await rooms.get(SurveyTallies).rebuild();
const ms = performance.now() - since;
await rooms.close();
const report: RebuildReport = { responses, ms, resident: process.resourceUsage().maxRSS / 1024 };
process.stdout.write(`${JSON.stringify(report)}\n`);
