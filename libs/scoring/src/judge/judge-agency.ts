import { meanOf } from '#statistics';
import type { Score } from '../score.js';
import type { Gate } from '../scheme/gate.js';
import type { Scheme } from '../scheme/scheme.js';
import { fromTheLowest, isAbove, starBy } from './band-star.js';
import type { CompiledScheme } from './compiled-scheme.js';
import type { FiredGate, Judgement } from './judgement.js';
import { starAfter } from './star-path.js';

/** The units of one channel type of an agency. */
export interface JudgedChannel {
  readonly channelType: string;
  /** The mean of the scores of its units; null: none has a score. */
  readonly score: Score | null;
  readonly units: number;
  /** How many of them have a score. */
  readonly scored: number;
}

/** How many units have a star; null: not rated. */
export interface StarCount {
  readonly star: number | null;
  readonly units: number;
}

/** The result of an agency from those of its units. */
export interface AgencyJudgement {
  readonly agency: string;
  /**
   * The mean of the scores of all its units, each unit counting the same whatever its channel type: an agency with nine centres and
   * one application is nine tenths its centres. Null: no unit has a score.
   */
  readonly score: Score | null;
  /** Beside it, each channel type by itself; in the order of the scheme, those with units. */
  readonly channels: readonly JudgedChannel[];
  readonly units: number;
  readonly scored: number;
  /** By the bands of the scheme, before gates. Null: not rated, or stars go by steps, which only a unit can take. */
  readonly rawStar: number | null;
  /** Gates on the gap between channels. */
  readonly fired: readonly FiredGate[];
  readonly star: number | null;
  /** True when the result of any unit may still change, or a gate says so. */
  readonly provisional: boolean;
  /** From the most stars down, not rated last; only those that occur. */
  readonly stars: readonly StarCount[];
}

/**
 * The result of an agency from the judgements of its units, all of one scheme.
 *
 * The gap between channels is that of the best and the worst mean among the channel types a gate names (absent: all); with fewer
 * than two there is none.
 * @param compiledByChannel the scheme by channel type, at least for those of the units
 * @throws RangeError for no units, units of several agencies, a channel type not compiled, or several schemes
 */
export function judgeAgency(
  compiledByChannel: ReadonlyMap<string, CompiledScheme>,
  units: readonly Judgement[],
): AgencyJudgement {
  const agency = agencyOf(units);
  const scheme = schemeOf(compiledByChannel, units);
  const channels = judgedChannels(scheme, units);
  const scores = scoresOf(units);
  const score = meanOf(scores);
  const rawStar =
    score === null || scheme.stars.by === 'steps'
      ? null
      : starBy(fromTheLowest(scheme.stars.bands), score, scheme.rounding.compareAt);
  const fired = gapGates(scheme, channels, rawStar);
  return {
    agency,
    score,
    channels,
    units: units.length,
    scored: scores.length,
    rawStar,
    fired,
    star: fired.length > 0 ? (fired.at(-1)?.to ?? null) : rawStar,
    provisional:
      units.some((unit) => unit.provisional.length > 0) || fired.some(({ effect }) => 'provisional' in effect),
    stars: starCounts(units.map(({ star }) => star)),
  };
}

function agencyOf(units: readonly Judgement[]): string {
  const [agency, ...others] = new Set(units.map((unit) => unit.agency));
  if (agency === undefined || others.length > 0) throw new RangeError('An agency is judged from its own units');
  return agency;
}

function schemeOf(compiledByChannel: ReadonlyMap<string, CompiledScheme>, units: readonly Judgement[]): Scheme {
  const schemes = units.map(({ channelType }) => {
    const compiled = compiledByChannel.get(channelType);
    if (!compiled) throw new RangeError(`The scheme is not given for ${channelType}`);
    return compiled.scheme;
  });
  const [scheme] = schemes;
  if (!scheme || schemes.some((one) => one !== scheme)) throw new RangeError('An agency is judged by one scheme');
  return scheme;
}

function judgedChannels(scheme: Scheme, units: readonly Judgement[]): JudgedChannel[] {
  return scheme.channelTypes.flatMap(({ code }) => {
    const own = units.filter(({ channelType }) => channelType === code);
    const scores = scoresOf(own);
    if (own.length === 0) return [];
    return [{ channelType: code, score: meanOf(scores), units: own.length, scored: scores.length }];
  });
}

function scoresOf(units: readonly Judgement[]): Score[] {
  return units.flatMap(({ score }) => (score === null ? [] : [score]));
}

function gapGates(scheme: Scheme, channels: readonly JudgedChannel[], rawStar: number | null): FiredGate[] {
  const fired: FiredGate[] = [];
  let star = rawStar;
  for (const gate of scheme.gates) {
    if (gate.when !== 'channelGap') continue;
    const found = gapAmong(channels, gate);
    if (found === null || !isAbove(found, gate.above, scheme.rounding.compareAt)) continue;
    const to = starAfter(gate.then, star);
    if (to === star && !('provisional' in gate.then)) continue;
    fired.push({ gate: gate.code, effect: gate.then, found, from: star, to });
    star = to;
  }
  return fired;
}

/** In points; null: fewer than two channel types have a score. */
function gapAmong(channels: readonly JudgedChannel[], gate: Gate): number | null {
  const scores = channels.flatMap(({ channelType, score }) =>
    score === null || (gate.channels && !gate.channels.includes(channelType)) ? [] : [score],
  );
  return scores.length < 2 ? null : Math.max(...scores) - Math.min(...scores);
}

/** How often each star was given, from the most stars down, not rated last. */
export function starCounts(stars: readonly (number | null)[]): StarCount[] {
  const counts = new Map<number | null, number>();
  for (const star of stars) counts.set(star, (counts.get(star) ?? 0) + 1);
  return [...counts].map(([star, units]) => ({ star, units })).sort((a, b) => (b.star ?? 0) - (a.star ?? 0));
}
