import type { SurveyRow } from './survey-rows.js';

/** Responses that are alike in all that results tell apart. */
export interface SurveyGroup {
  readonly agency: string;
  readonly service: string;
  readonly channel: string;
  /** What the group was made by, in the order of `by`. */
  readonly by: readonly string[];
  /** How many count, are held, and are excluded. */
  readonly standings: readonly [counted: number, held: number, excluded: number];
  /** Of what counts: n, Σx and Σx² of what the layout sums, in millionths. */
  readonly sums: Float64Array;
  /** Of what counts, by the layout's places; empty unless it was asked for. */
  readonly counts: Float64Array;
}

interface Growing extends SurveyGroup {
  readonly standings: [number, number, number];
}

/**
 * Puts rows into groups by agency, service, channel and what else is said, in the order in which they come. Numbers beyond the whole
 * ones that doubles hold are rounded: in the sixteenth digit of a sum of squares.
 */
export async function surveyGroups(
  rows: AsyncIterable<SurveyRow>,
  by: (row: SurveyRow) => readonly string[],
): Promise<SurveyGroup[]> {
  const groups = new Map<string, Growing>();
  for await (const row of rows) {
    const { agency, service, channel } = row;
    const parts = by(row);
    const key = JSON.stringify([agency, service, channel, parts]);
    let group = groups.get(key);
    if (!group || (group.sums.length === 0 && row.sums.length > 0)) {
      const standings: [number, number, number] = group?.standings ?? [0, 0, 0];
      const numbers = { sums: new Float64Array(row.sums.length), counts: new Float64Array(row.counts.length) };
      group = { agency, service, channel, by: parts, standings, ...numbers };
      groups.set(key, group);
    }
    group.standings[row.standing as 0 | 1 | 2] += row.responses;
    for (let at = 0; at < row.sums.length; at++) group.sums[at] = group.sums[at]! + row.sums[at]!;
    for (let at = 0; at < row.counts.length; at++) group.counts[at] = group.counts[at]! + row.counts[at]!;
  }
  return [...groups.values()];
}
