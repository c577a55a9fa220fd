import type { EntityManager } from 'typeorm';
import type { Cycle } from '#cycles';
import { figureOfTallies } from '#figures';
import { surveyEvidence } from './survey-evidence.js';
import type { StudyValue } from './star-evidence.queries.js';

/** What campaigns among customers found for each agency, as their figures show it: nothing where too few answered. */
export async function surveyStudyValues(db: EntityManager, cycle: Cycle): Promise<StudyValue[]> {
  const { measures, tallies } = await surveyEvidence(db, cycle);
  const agencies = await db.query<{ id: string; code: string }[]>('select id, code from agencies');
  const ids = new Map(agencies.map(({ id, code }) => [code, id]));
  const headlines = new Set(measures.flatMap(({ code, kind }) => (kind === 'headline' ? [code] : [])));
  const byMeasure = Map.groupBy(tallies, ({ agency, measure }) => JSON.stringify([agency, measure]));
  return [...byMeasure.values()].flatMap((own): StudyValue[] => {
    const [first] = own;
    const agencyId = ids.get(first?.agency ?? '');
    if (!first || agencyId === undefined) return [];
    const { value, n } = figureOfTallies(own, 'meanOfAnswers');
    const { study, measure } = first;
    return value === null ? [] : [{ agencyId, study, measure, isHeadline: headlines.has(measure), value, answers: n }];
  });
}
