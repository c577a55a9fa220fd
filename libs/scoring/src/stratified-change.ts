import { comparisonByT } from '#statistics';
import type { Comparison } from '#statistics';
import type { Estimate } from './estimate.js';

/** One centre, channel or service in two cycles. */
export interface Stratum {
  /** Its weight now, ≥ 0: how many answered now, or how many it stands for. */
  readonly weightCountNow: number;
  /** Null: not there now (closed). */
  readonly now: Estimate | null;
  /** Null: not there before (new). */
  readonly before: Estimate | null;
}

/** The like-for-like change of a whole over what it had in both cycles. */
export interface StratifiedChange {
  /** Both cycles over the common strata with the weights of now; so neither is the figure as published. */
  readonly now: number;
  readonly before: number;
  /** now − before, unrounded. */
  readonly points: number;
  /** The part of all answers given in common strata, 0 to 1: of now or of before, the smaller. */
  readonly commonShare: number;
  /** Student's t with Satterthwaite's degrees of freedom; null when no stratum of a cycle shows any spread. */
  readonly comparison: Comparison | null;
}

/** Below this common share there is no comparison but a series break: the caller refuses. Source: domain note 6.6, rule 3. */
export const leastCommonShare = 0.7;

interface CommonStratum {
  readonly weight: number;
  readonly now: Estimate;
  readonly before: Estimate;
}

/**
 * The change over the strata present in both cycles, weighted by now: Σ W (now − before), W = weightCountNow / Σ weightCountNow of the
 * common ones. What a shift between strata alone would change is thereby left out.
 * Standard error: sqrt(Σ W² (s²now/nNow + s²before/nBefore)), weights taken as fixed, samples as independent; with a single
 * stratum it is Welch's test. A stratum that shows no spread (one answer, or all the same) is lent the pooled variance of
 * the others in its cycle, lest it counts as certain.
 * Null when the cycles have nothing in common.
 *
 * Source: domain note 6.2 (stratified mean), 6.5 and 6.6 rule 2.
 * @throws RangeError for weights below 0 or estimates of different kinds
 */
export function stratifiedChange(strata: readonly Stratum[]): StratifiedChange | null {
  const common = strata.flatMap(({ weightCountNow: weight, now, before }): CommonStratum[] => {
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`Not a weight: ${weight}`);
    return now && before ? [{ weight, now, before }] : [];
  });
  if (new Set(common.flatMap(({ now, before }) => [now.kind, before.kind])).size > 1) {
    throw new RangeError('Shares and means can not be compared with each other');
  }
  const whole = common.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return null;
  const parts = common.map((stratum) => ({ ...stratum, weight: stratum.weight / whole }));
  const now = parts.reduce((sum, part) => sum + part.weight * part.now.value, 0);
  const before = parts.reduce((sum, part) => sum + part.weight * part.before.value, 0);
  const points = now - before;
  return { now, before, points, commonShare: commonShareOf(strata), comparison: comparisonOf(points, parts) };
}

function commonShareOf(strata: readonly Stratum[]): number {
  const common = strata.filter(({ now, before }) => now && before);
  const answers = (cycle: 'now' | 'before', of: readonly Stratum[]) =>
    of.reduce((sum, stratum) => sum + (stratum[cycle]?.n ?? 0), 0);
  return Math.min(
    answers('now', common) / answers('now', strata),
    answers('before', common) / answers('before', strata),
  );
}

function comparisonOf(points: number, parts: readonly CommonStratum[]): Comparison | null {
  const now = termsOf(parts.map(({ weight, now }) => ({ weight, estimate: now })));
  const before = termsOf(parts.map(({ weight, before }) => ({ weight, estimate: before })));
  if (!now || !before) return null;
  const terms = [...now, ...before];
  const variance = terms.reduce((sum, term) => sum + term.variance, 0);
  const df = 1 / terms.reduce((sum, term) => sum + (term.variance / variance) ** 2 / term.df, 0);
  return comparisonByT('stratified', points, Math.sqrt(variance), df);
}

interface Term {
  readonly variance: number;
  readonly df: number;
}

/** What each stratum of one cycle adds to the variance; null when none of them shows a spread. */
function termsOf(cycle: readonly { readonly weight: number; readonly estimate: Estimate }[]): Term[] | null {
  const pooled = pooledVariance(cycle.map(({ estimate }) => estimate));
  if (pooled === null) return null;
  return cycle
    .filter(({ weight }) => weight > 0)
    .map(({ weight, estimate: { variancePerAnswer, n } }) => ({
      variance: (weight ** 2 * (variancePerAnswer ?? pooled)) / n,
      df: Math.max(1, n - 1), // a lent variance is trusted no more than the stratum's own size allows
    }));
}

function pooledVariance(estimates: readonly Estimate[]): number | null {
  let squares = 0;
  let df = 0;
  for (const { variancePerAnswer, n } of estimates) {
    if (variancePerAnswer === null) continue;
    squares += variancePerAnswer * (n - 1);
    df += n - 1;
  }
  return df === 0 ? null : squares / df;
}
