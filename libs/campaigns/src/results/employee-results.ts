import type { SummedKey } from '#instruments';
import { weightedMeanOfSums } from '#statistics';
import type { CampaignResults, GroupResult } from './customer-results.js';
import type { ReleasedGroup } from './employee-release.js';

/** The results of employees, from what was published of them. */
export function employeeResults(released: readonly ReleasedGroup[]): CampaignResults {
  return { groups: released.map(resultOf), weighting: null };
}

function resultOf({ codes, n, scores }: ReleasedGroup): GroupResult {
  if (n === null) return { codes, n, withheld: 'protected', scores: [], items: [] };
  const told = Object.entries(scores).map(([key, sum]) => ({
    key: key as SummedKey,
    withheld: sum ? null : ('protected' as const),
    estimate: sum ? weightedMeanOfSums([{ weight: 1, ...sum }]) : null,
  }));
  return { codes, n, withheld: null, scores: told, items: [] };
}
