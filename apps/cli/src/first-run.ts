import { dirname, join } from 'node:path';
import { findPackageJSON } from 'node:module';
import type { INestApplicationContext } from '@nestjs/common';
import { Accounts } from '#access';
import { Cycles } from '#cycles';
import { filledFirst } from '#database';
import { Agencies } from '#network';
import { CountsImport, ResultsImport } from '#results';
import { Scorecards } from '#scorecards';
import type { Settings } from '#settings';
import { loadAlWaha, loadMethods } from './al-waha/load.js';
import { onPlatform } from './process/with-platform.js';

/** What the first start has to tell, once. */
export interface FirstRun {
  /** The office's account as it was just made; null when there was one already. The password is stored nowhere. */
  readonly account: { readonly name: string; readonly password: string } | null;
}

/** Fills a database that is empty, wholly, after it was migrated and before anybody is served. Does nothing at the next start. */
export function prepareFirstRun(databaseUrl: string, settings: Settings): Promise<FirstRun> {
  return onPlatform(settings, databaseUrl, async (rooms) => {
    await filledFirst(databaseUrl, async () => {
      const isEmpty = (await rooms.get(Cycles).list()).length === 0;
      return isEmpty ? () => loadDemonstration(rooms) : null;
    });
    return { account: await rooms.get(Accounts).createFirst() };
  });
}

/**
 * Two cycles of published results of a real government and the counts of three of its services, the instruments and schemes
 * that ship, and all the evidence of a government that does not exist (demo/…/SOURCE.md).
 */
async function loadDemonstration(rooms: INestApplicationContext): Promise<void> {
  const demo = join(dirname(findPackageJSON(import.meta.url) ?? '.'), 'demo');
  const results = rooms.get(ResultsImport);
  const study = 'employee-happiness' as const;
  await rooms.get(CountsImport).run({ file: join(demo, 'uk-opg/satisfaction.csv'), cycleBy: 'year' });
  for (const cycle of ['2023', '2024']) {
    await results.run({ file: join(demo, `uk-civil-service/people-survey-${cycle}.csv`), cycle, study });
  }
  const agencies = rooms.get(Agencies);
  await agencies.name(join(demo, 'uk-civil-service/agencies.csv'));
  await agencies.succeed({ predecessor: 'DLUHC', successor: 'MHCLG', since: '2024-01-01' });
  await loadMethods(rooms, join(demo, '../methods'));
  await loadAlWaha(rooms, join(demo, 'al-waha'));
  // The later years hold one agency's counts only: they stay with the office.
  for (const cycle of ['2023', '2024', '2024-25', '2025-26']) await rooms.get(Cycles).publish(cycle);
  for (const cycle of ['2025-26', '2024']) await rooms.get(Scorecards).queue({ cycle });
}
