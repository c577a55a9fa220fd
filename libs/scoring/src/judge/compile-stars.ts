import type { Gate } from '../scheme/gate.js';
import type { Scheme } from '../scheme/scheme.js';
import { fromTheLowest } from './band-star.js';
import type { CompiledGate, CompiledStars } from './compiled-scheme.js';
import { isFor } from './for-channel.js';

interface Coded {
  readonly code: string;
}

/** The lists a gate may name something of. */
interface Named {
  readonly pillars: readonly Coded[];
  readonly components: readonly Coded[];
  readonly criteria: readonly Coded[];
}

/** The star rule with components by index. @throws RangeError when it names a component that is not there */
export function compiledStars({ stars, components }: Scheme): CompiledStars {
  if (stars.by === 'bands') return { by: 'bands', bands: fromTheLowest(stars.bands) };
  const { base, lowest, highest, steps } = stars;
  return {
    by: 'steps',
    base: indexOf(base, components),
    lowest,
    highest,
    steps: steps.map((step) => ({ ...step, component: indexOf(step.component, components) })),
  };
}

/**
 * The gates for one channel type, but not `channelGap`. One on a pillar or criterion that is not for this channel type is left out.
 * @throws RangeError when one names what the scheme does not have at all
 */
export function compiledGates(scheme: Scheme, channelType: string, named: Named): CompiledGate[] {
  const all: Named = {
    pillars: scheme.pillars,
    components: scheme.components,
    criteria: scheme.pillars.flatMap(({ elements }) => elements.flatMap(({ criteria }) => criteria)),
  };
  const gates = scheme.gates.filter((gate) => isFor(channelType, gate));
  return gates
    .flatMap((gate) => compiledGate(gate, named, all))
    .toSorted((a, b) => turnOf(a, scheme) - turnOf(b, scheme));
}

function turnOf(gate: CompiledGate, { stars }: Scheme): number {
  if (gate.when === 'openViolation' && gate.component !== null) return 0;
  return gate.when === 'boundedUpgrade' && stars.by === 'steps' ? 1 : 2;
}

function compiledGate(gate: Gate, named: Named, all: Named): CompiledGate[] {
  const { code } = gate;
  const below = (of: keyof Named, target: string, limit: number): CompiledGate[] => {
    indexOf(target, all[of]);
    const index = named[of].findIndex((one) => one.code === target);
    return index < 0 || !('then' in gate) ? [] : [{ when: 'below', code, of, index, below: limit, then: gate.then }];
  };
  switch (gate.when) {
    case 'pillarBelow':
      return below('pillars', gate.pillar, gate.below);
    case 'componentBelow':
      return below('components', gate.component, gate.below);
    case 'criterionFailed':
      return below('criteria', gate.criterion, gate.below);
    case 'openViolation': {
      const component = gate.component === undefined ? null : indexOf(gate.component, all.components);
      return [{ when: gate.when, code, kinds: gate.kinds ?? null, component, then: gate.then }];
    }
    case 'boundedUpgrade':
      return [{ when: gate.when, code, component: indexOf(gate.component, all.components), at: gate.at, by: gate.by }];
    case 'channelGap':
      return [];
  }
}

function indexOf(code: string, list: readonly Coded[]): number {
  const index = list.findIndex((one) => one.code === code);
  if (index < 0) throw new RangeError(`The scheme names ${code}, and has nothing of that name`);
  return index;
}
