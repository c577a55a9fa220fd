import { packContribution, type Contribution } from '#instruments';
import { contributionRows } from './contribution-rows.js';
import { keyOf, type TallyKey } from './tally-key.js';
import { ContributionTotals } from './contribution-totals.js';
import type { ExactTally } from './exact-tally.js';

/** A response as a row of a copy. */
export interface CopiedRow extends TallyKey, Contribution {}

/** Rows as PostgreSQL copies them out in its binary format: for specs. */
export function copyOf(rows: readonly CopiedRow[]): Buffer {
  const head = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
  return Buffer.concat([head, ...rows.map(rowOf), int16(-1)]);
}

function rowOf({ place, outcome, segment, standing, ...contribution }: CopiedRow): Buffer {
  const fields = [
    int32(place),
    Buffer.from(outcome),
    Buffer.from(segment),
    int16(standing),
    Buffer.from(packContribution(contribution)),
  ];
  return Buffer.concat([int16(fields.length), ...fields.flatMap((field) => [int32(field.length), field])]);
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** Reads a copy cut into pieces of these lengths, again and again. */
export function readIn(rows: readonly CopiedRow[], lengths: readonly number[]): ContributionTotals {
  const copy = copyOf(rows);
  const totals = new ContributionTotals();
  const read = contributionRows(totals);
  for (let at = 0, turn = 0; at < copy.length; turn++) {
    const length = lengths[turn % lengths.length] ?? copy.length;
    read.take(copy.subarray(at, at + length));
    at += length;
  }
  read.end();
  return totals;
}

/** What was read, by key. */
export function talliesOf(read: ContributionTotals): Map<string, ExactTally> {
  return new Map([...read.sums].flatMap((sums) => [...sums.entries()].map(([key, tally]) => [JSON.stringify(keyOf(key)), tally] as const))); // prettier-ignore
}

/** With counts cut or filled to the layout, as they are stored. */
export const placed = (tally: ExactTally, counts: number): ExactTally => ({
  ...tally,
  counts: Int32Array.from({ length: counts }, (_, at) => tally.counts[at] ?? 0),
});
