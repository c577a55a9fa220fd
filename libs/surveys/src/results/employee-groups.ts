import type { EmployeeGroup } from '#campaigns';
import type { SurveyRow } from '../tally/reading/survey-rows.js';

/** Of each family of scores how many of a group have it partly; by `groupKey`. */
export type PartlyAnswered = ReadonlyMap<string, readonly number[]>;

/** The same for the same agency and answers to cuts. */
export function groupKey(agency: string, segment: readonly string[]): string {
  return JSON.stringify([agency, segment]);
}

/**
 * Rows of a campaign by agency and answers to its cuts, in the order in which they come: what counts of them. As many as there are
 * such groups are in memory, however many rows.
 */
export async function employeeGroups(
  rows: AsyncIterable<SurveyRow>,
  partly: PartlyAnswered = new Map(),
): Promise<EmployeeGroup[]> {
  const groups = new Map<string, EmployeeGroup>();
  for await (const { agency, segment, standing, responses, sums } of rows) {
    if (standing !== 0) continue;
    const key = groupKey(agency, segment);
    const empty = { agency, segment, responses: 0, sums: new Float64Array(sums.length), partly: partly.get(key) ?? [] };
    const before = groups.get(key) ?? empty;
    sums.forEach((value, at) => (before.sums[at] = (before.sums[at] ?? 0) + value));
    groups.set(key, { ...before, responses: before.responses + responses });
  }
  return [...groups.values()];
}
