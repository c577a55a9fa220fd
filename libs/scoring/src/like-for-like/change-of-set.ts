import { paired, pairedInClusters } from '#statistics';
import type { Comparison } from '#statistics';
import { compileScheme, judgeBriefly } from '../judge/index.js';
import type { UnitEvidence } from '../judge/index.js';
import type { Scheme } from '../scheme/index.js';
import { leastCommonShare } from '../stratified-change.js';
import { changeOfUnit } from './change-of-unit.js';
import type { ChangeOfSet, NotComparable, RefusedChangeOfSet, UnitChange } from './change.js';
import { yardstickFor } from './yardstick.js';
import type { Yardstick } from './yardstick.js';

/** A unit in the two cycles, as it is found: null where it is not there. */
export interface FoundPair {
  readonly before: UnitEvidence | null;
  readonly now: UnitEvidence | null;
  /** Its predecessors are several, and each is found apart. */
  readonly isMerged?: boolean;
}

/** Takes units one by one, and keeps of each but a few numbers. */
export interface ChangeTally {
  add(pair: FoundPair): void;
  sum(): ChangeOfSet | RefusedChangeOfSet;
}

interface Totals {
  readonly before: Sum;
  readonly now: Sum;
  readonly compared: UnitChange[];
  /** Whose each of them is now. */
  readonly agencies: string[];
  readonly commonWeight: Sum;
  joined: number;
  left: number;
  readonly notComparable: Map<NotComparable, number>;
}

interface Sum {
  total: number;
  n: number;
}

/** The change between two cycles of many units (`ChangeOfSet`), for units that arrive bit by bit. */
export function changeTally(before: Scheme, now: Scheme): ChangeTally {
  const yardstickOf = (channelType: string) => yardstickFor(channelType, before, now);
  const compiledBefore = remembered((channelType) => compileScheme(before, channelType));
  const compiledNow = remembered((channelType) => compileScheme(now, channelType));
  const totals = noTotals();
  const add = (pair: FoundPair) => {
    const scoreBefore = pair.before && judgeBriefly(compiledBefore(pair.before.channelType), pair.before).score;
    const scoreNow = pair.now && judgeBriefly(compiledNow(pair.now.channelType), pair.now).score;
    if (scoreBefore !== null) addTo(totals.before, scoreBefore);
    if (scoreNow !== null) addTo(totals.now, scoreNow);
    if (pair.before && pair.now) compare(pair.before, pair.now, yardstickOf(pair.now.channelType), totals);
    else if (pair.isMerged && pair.now) leaveOut('merged', totals);
    else if (!pair.isMerged && scoreNow !== null) totals.joined += 1;
    else if (!pair.isMerged && scoreBefore !== null) totals.left += 1;
  };
  return { add, sum: () => summed(totals) };
}

function compare(before: UnitEvidence, now: UnitEvidence, yardstick: Yardstick | null, totals: Totals): void {
  if (!yardstick || before.channelType !== now.channelType) return leaveOut('channelChanged', totals);
  const change = changeOfUnit(yardstick, { before, now });
  if ('commonWeight' in change) addTo(totals.commonWeight, change.commonWeight);
  if (change.refused !== null) return leaveOut(change.refused, totals);
  totals.compared.push(change);
  totals.agencies.push(now.agency);
}

function leaveOut(why: NotComparable, { notComparable }: Totals): void {
  notComparable.set(why, (notComparable.get(why) ?? 0) + 1);
}

function summed(totals: Totals): ChangeOfSet | RefusedChangeOfSet {
  const { compared, joined, left } = totals;
  const notComparable = [...totals.notComparable].map(([reason, units]) => ({ reason, units }));
  const [before, now, commonWeight] = [meanIn(totals.before), meanIn(totals.now), meanIn(totals.commonWeight) ?? 0];
  const units = { before: totals.before.n, now: totals.now.n, compared: compared.length, joined, left, notComparable };
  const mean = (of: (change: UnitChange) => number) =>
    compared.reduce((sum, change) => sum + of(change), 0) / compared.length;
  const published = before === null || now === null ? null : now - before;
  if (
    before === null ||
    now === null ||
    published === null ||
    compared.length === 0 ||
    commonWeight < leastCommonShare - 1e-9
  ) {
    return { refused: 'seriesBreak', published, commonWeight, units };
  }
  return {
    refused: null,
    before,
    now,
    published,
    sameYardstick: mean((change) => change.sameYardstick),
    changedCriteria: mean((change) => change.changedCriteria),
    changedWeights: mean((change) => change.changedWeights),
    changedFormula: mean((change) => change.changedFormula),
    joinedLeft: now - mean((change) => change.now) + (mean((change) => change.before) - before),
    comparison: comparisonOf(compared, totals.agencies),
    commonWeight: mean((change) => change.commonWeight),
    units,
  };
}

/** By agencies where there are several: their centres move together. Else centre by centre. */
function comparisonOf(compared: readonly UnitChange[], agencies: readonly string[]): Comparison | null {
  const differences = compared.map((change) => change.sameYardstick);
  const clusters = Map.groupBy(differences.keys(), (at) => agencies[at]);
  if (clusters.size < 2) return paired(differences);
  return pairedInClusters([...clusters.values()].map((places) => places.map((at) => differences[at]!)));
}

function noTotals(): Totals {
  const none = () => ({ total: 0, n: 0 });
  return {
    before: none(),
    now: none(),
    compared: [],
    agencies: [],
    commonWeight: none(),
    joined: 0,
    left: 0,
    notComparable: new Map(),
  };
}

function addTo(sum: Sum, value: number): void {
  sum.total += value;
  sum.n += 1;
}

function meanIn({ total, n }: Sum): number | null {
  return n === 0 ? null : total / n;
}

function remembered<T>(make: (channelType: string) => T): (channelType: string) => T {
  const known = new Map<string, T>();
  return (channelType) => {
    if (!known.has(channelType)) known.set(channelType, make(channelType));
    return known.get(channelType)!;
  };
}
