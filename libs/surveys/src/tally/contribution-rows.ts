import { BinaryRows } from '#database';
import { readContribution, sumsOfContribution } from '#instruments';
import type { ContributionTotals } from './contribution-totals.js';

/** The columns that `contributionRows` reads, in their order. */
export const contributionColumns = 'place_n, outcome, segment, standing, contribution';

const fields = 5;
const ofKey = 4;
const lengthOfField = 4;

/** Reads responses as PostgreSQL copies them out in its binary format, and adds their contributions to totals. */
export function contributionRows(totals: ContributionTotals): BinaryRows {
  return new BinaryRows(fields, (bytes, at) => {
    const key = at[0]!;
    const contribution = at[ofKey]!;
    const begun = contribution + lengthOfField;
    const sums = totals.sumsFor(bytes.readInt32BE(key + lengthOfField), sumsOfContribution(bytes, begun));
    if (!sums) return;
    sums.begin(bytes, key, contribution);
    readContribution(bytes, begun, sums);
  });
}
