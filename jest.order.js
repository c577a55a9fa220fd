import { relative } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/**
 * How many seconds the longest files took when all were run on two cores. Roughly is enough: what matters is that none of
 * them is begun last, when one worker is done and waits for the other.
 */
const seconds = {
  'test/start/start-and-stop.spec.ts': 60,
  'test/commands/commands.spec.ts': 43,
  'libs/printing/src/hostile.spec.ts': 42,
  'test/journeys/kiosk.spec.ts': 24,
  'test/journeys/published-page.spec.ts': 33,
  'test/start/refusals.spec.ts': 27,
  'libs/printing/src/lifecycle.spec.ts': 23,
  'test/start/database-server.spec.ts': 22,
  'libs/spreadsheets/src/table-memory.spec.ts': 20,
  'test/scorecards/printed.spec.ts': 20,
  'test/visits/matrix.spec.ts': 14,
  'libs/spreadsheets/src/write-workbook.spec.ts': 18,
  'test/stars/story.spec.ts': 17,
  'test/tablet/sending.spec.ts': 16,
  'test/assessments/evidence.spec.ts': 15,
  'test/journeys/visit.spec.ts': 15,
  'test/journeys/survey.spec.ts': 15,
  'test/journeys/interview.spec.ts': 15,
  'test/surveys/hostile-pages.spec.ts': 15,
  'test/surveys/results-printed.spec.ts': 14,
  'test/surveys/page-attack.spec.ts': 10,
  'test/journeys/interview-sending.spec.ts': 10,
  'test/media/uploads.spec.ts': 14,
  'test/api/slow-down.spec.ts': 14,
  'test/start/database-hold.spec.ts': 14,
  'test/start/api-process.spec.ts': 14,
  'test/tablet/flat-battery.spec.ts': 13,
  'test/scorecards/stars-printed.spec.ts': 12,
  'test/tablet/broken-lines.spec.ts': 11,
  'test/start/migrations.spec.ts': 11,
  'test/tablet/space.spec.ts': 10,
  'libs/spreadsheets/src/xlsx/hostile-workbook.spec.ts': 10,
  'test/start/bootstrap.spec.ts': 10,
  'test/tablet/new-version.spec.ts': 10,
  'test/media/bucket.spec.ts': 8,
  'test/scorecards/kept.spec.ts': 8,
  'test/visits/plan-api.spec.ts': 8,
  'test/tablet/gates.spec.ts': 8,
  'libs/printing/src/printer.spec.ts': 8,
  'test/results/faults.spec.ts': 8,
  'test/api/assessments.spec.ts': 8,
  'test/api/stars.spec.ts': 8,
  'test/results/figures.spec.ts': 8,
  'test/results/successions.spec.ts': 8,
  'test/results/revisions.spec.ts': 8,
  'test/surveys/tallies.spec.ts': 8,
  'test/api/requests.spec.ts': 8,
  'test/surveys/invitation-letters.spec.ts': 8,
  'test/visits/counted.spec.ts': 8,
  'test/assessments/import.spec.ts': 8,
  'test/media/hostile.spec.ts': 7,
  'test/tablet/keeping.spec.ts': 7,
  'libs/printing/src/find-browser.spec.ts': 7,
  'test/assessments/commands.spec.ts': 7,
  'test/surveys/campaign-poster.spec.ts': 7,
  'apps/tablet/src/home/due-counts.spec.ts': 7,
};

/** Begins with the longest files also where Jest has not timed them yet, as on a machine that runs them once. */
export default class LongestFirst extends TestSequencer {
  time(test) {
    return super.time(test) ?? 1000 * (seconds[relative(test.context.config.rootDir, test.path)] ?? 0);
  }
}
