import type { CountsImport, ImportReceipt, ResultsImport } from '#results';
import type { CycleKind } from '#cycles';
import type { Agencies } from '#network';

/** Imports both cycles of the People Survey and the one succession between them. */
export async function importPeopleSurvey(imports: ResultsImport, agencies: Agencies): Promise<ImportReceipt[]> {
  const receipts: ImportReceipt[] = [];
  for (const cycle of ['2023', '2024']) {
    receipts.push(
      await imports.run({
        file: `demo/uk-civil-service/people-survey-${cycle}.csv`,
        cycle,
        study: 'employee-happiness',
      }),
    );
  }
  await agencies.name('demo/uk-civil-service/agencies.csv');
  await agencies.succeed({ predecessor: 'DLUHC', successor: 'MHCLG', since: '2024-01-01' });
  return receipts;
}

/** Imports the counts of the three services of the Office of the Public Guardian. */
export function importSatisfaction(imports: CountsImport, cycleBy: CycleKind): Promise<ImportReceipt> {
  return imports.run({ file: 'demo/uk-opg/satisfaction.csv', cycleBy });
}
