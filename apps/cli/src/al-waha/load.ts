import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Accounts } from '#access';
import { CycleCriteria, GradingsImport } from '#assessments';
import { Cycles } from '#cycles';
import { Agencies, Centres } from '#network';
import { AnswersImport, IndicatorsImport } from '#results';
import { Methods, methodKinds } from '#schemes';
import { loadSurveys } from './surveys.js';
import { loadVisits } from './visits.js';

/** The forms of each cycle, by the files that hold what was filled. */
const filled = [
  ['2024-25', 'service-centre-visit-2024-25.csv', 'service_centre_visit', 1],
  ['2024-25', 'digital-service-visit-2024-25.csv', 'digital_service_visit', 1],
  ['2024-25', 'contact-centre-visit-2024-25.csv', 'contact_centre_visit', 1],
  ['2025-26', 'service-centre-visit-2025-26.csv', 'service_centre_visit', 2],
  ['2025-26', 'digital-service-visit-2025-26.csv', 'digital_service_visit', 1],
  ['2025-26', 'contact-centre-visit-2025-26.csv', 'contact_centre_visit', 1],
] as const;

const cycles = [
  ['2024-25', 1],
  ['2025-26', 2],
] as const;

/** Takes in the shipped instruments and schemes, each published. */
export async function loadMethods(rooms: INestApplicationContext, folder: string): Promise<void> {
  const methods = rooms.get(Methods);
  for (const kind of methodKinds) {
    const files = (await readdir(join(folder, `${kind}s`))).sort(); // a version comes after the one it follows
    for (const file of files) {
      const { code, version } = await methods.importFile(kind, join(folder, `${kind}s`, file));
      await methods.publish({ kind, code, version });
    }
  }
}

/** Takes in the evidence of a government that does not exist (demo/al-waha/SOURCE.md), as it would come in from outside. */
export async function loadAlWaha(rooms: INestApplicationContext, folder: string): Promise<void> {
  const at = (name: string): string => join(folder, name);
  const agencies = rooms.get(Agencies);
  await agencies.name(at('agencies.csv'));
  await agencies.succeed({ predecessor: 'LB', successor: 'HR', since: '2025-04-01' });
  await rooms.get(Centres).register(at('centres.csv'));
  for (let number = 1; number <= 5; number += 1) await rooms.get(Accounts).create(`assessor-${number}`, 'assessor');
  for (const [cycle, version] of cycles) {
    await rooms.get(Cycles).open(cycle, { code: 'global_stars', version });
    await rooms.get(IndicatorsImport).run({ cycle, file: at(`indicators-${cycle}.csv`) });
    const gradings = { cycle, file: at(`gradings-${cycle}.csv`), evidence: at('evidence') };
    await rooms.get(GradingsImport).run(gradings, await rooms.get(CycleCriteria).of(cycle));
  }
  for (const [cycle, file, instrument, version] of filled) {
    await rooms.get(AnswersImport).run({ cycle, file: at(file), instrument, version });
  }
  await loadSurveys(rooms, folder);
  await loadVisits(rooms, folder);
}
