import type { CompiledScheme } from '../judge/index.js';

/** Another way to judge that could have been chosen as well. */
export type Alternative =
  /** The pillars combined the other way. */
  | { readonly by: 'aggregation'; readonly aggregation: 'arithmetic' | 'geometric' }
  /** Without a pillar, and without the gates on it and on its criteria. */
  | { readonly by: 'withoutPillar'; readonly pillar: string };

/** The alternatives to a scheme: the other aggregation, and each pillar left out. None for a scheme without pillars. */
export function alternativesTo(all: readonly CompiledScheme[]): Alternative[] {
  const pillars = [...new Set(all.flatMap((compiled) => compiled.pillars.map(({ code }) => code)))];
  if (pillars.length === 0) return [];
  const isGeometric = all.some(({ scheme }) => scheme.aggregation === 'geometric');
  return [
    { by: 'aggregation', aggregation: isGeometric ? 'arithmetic' : 'geometric' },
    ...pillars.map((pillar) => ({ by: 'withoutPillar', pillar }) as const),
  ];
}

/** The scheme by an alternative. One whose channel type does not have the pillar stays as it is. */
export function compiledBy(alternative: Alternative, compiled: CompiledScheme): CompiledScheme {
  if (alternative.by === 'aggregation') {
    return { ...compiled, scheme: { ...compiled.scheme, aggregation: alternative.aggregation } };
  }
  const without = compiled.pillars.findIndex(({ code }) => code === alternative.pillar);
  const pillars = compiled.weights.pillars.map((weight, index) => (index === without ? 0 : weight));
  const gates = compiled.gates.filter(
    (gate) =>
      gate.when !== 'below' ||
      gate.of === 'components' ||
      (gate.of === 'pillars' ? gate.index : compiled.criteria[gate.index]?.pillar) !== without,
  );
  return { ...compiled, weights: { ...compiled.weights, pillars }, gates };
}
