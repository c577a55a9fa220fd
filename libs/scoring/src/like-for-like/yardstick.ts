import { compileScheme } from '../judge/index.js';
import type { CompiledScheme } from '../judge/index.js';
import type { Scheme } from '../scheme/index.js';
import { commonOf, weightOn } from './common.js';
import type { Common } from './common.js';
import { readingsOf } from './measured-in-both.js';
import type { Reading } from './measured-in-both.js';
import { restricted } from './restricted.js';

/** All ways in which the two cycles of one channel type are judged to take a change apart. */
export interface Yardstick {
  readonly before: CompiledScheme;
  readonly now: CompiledScheme;
  readonly readings: ReadonlyMap<string, Reading>;
  /** The part of the new scheme's weight that lies on what is common: 0 to 1. */
  readonly commonWeight: number;
  /** On what is common; null: nothing is. */
  readonly onCommon: CommonYardsticks | null;
}

export interface CommonYardsticks {
  /** For this cycle: the new scheme. */
  readonly now: CompiledScheme;
  /** For the cycle before, reading what the old scheme reads: new weights and formula, new weights with the old formula, the old scheme. */
  readonly beforeByNew: CompiledScheme;
  readonly beforeByNewWeights: CompiledScheme;
  readonly before: CompiledScheme;
}

/** By the schemes it lies between: made once for all units of a channel type, since it costs as much as hundreds of judgements. */
const known = new WeakMap<Scheme, WeakMap<Scheme, Map<string, Yardstick | null>>>();

/** Null when one of the schemes does not have the channel type. */
export function yardstickFor(channelType: string, before: Scheme, now: Scheme): Yardstick | null {
  const since = known.get(now) ?? new WeakMap<Scheme, Map<string, Yardstick | null>>();
  known.set(now, since);
  const byChannel = since.get(before) ?? new Map<string, Yardstick | null>();
  since.set(before, byChannel);
  const found = byChannel.has(channelType)
    ? (byChannel.get(channelType) ?? null)
    : newYardstick(channelType, before, now);
  byChannel.set(channelType, found);
  return found;
}

function newYardstick(channelType: string, before: Scheme, now: Scheme): Yardstick | null {
  const has = (scheme: Scheme) => scheme.channelTypes.some(({ code }) => code === channelType);
  if (!has(before) || !has(now)) return null;
  const compiled = { before: compileScheme(before, channelType), now: compileScheme(now, channelType) };
  const common = commonOf(compiled.before, compiled.now);
  const commonWeight = weightOn(common, compiled.now);
  const readings = readingsOf(common, compiled.before, compiled.now);
  return { ...compiled, readings, commonWeight, onCommon: yardsticksOn(common, channelType, before, now) };
}

function yardsticksOn(common: Common, channelType: string, before: Scheme, now: Scheme): CommonYardsticks | null {
  const byNew = restricted(now, common);
  const beforeByNew = restricted(now, common, { feeds: before });
  const beforeByNewWeights = restricted(now, common, { feeds: before, formula: before });
  const byOld = restricted(before, common);
  if (!byNew || !beforeByNew || !beforeByNewWeights || !byOld) return null;
  return {
    now: compileScheme(byNew, channelType),
    beforeByNew: compileScheme(beforeByNew, channelType),
    beforeByNewWeights: compileScheme(beforeByNewWeights, channelType),
    before: compileScheme(byOld, channelType),
  };
}
