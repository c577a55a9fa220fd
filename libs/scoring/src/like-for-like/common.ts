import type { Scheme } from '../scheme/index.js';
import type { CompiledScheme } from '../judge/index.js';

/** What two versions of a scheme share, by code. */
export interface Common {
  readonly criteria: ReadonlySet<string>;
  readonly components: ReadonlySet<string>;
}

/**
 * What both versions ask of a channel type: criteria of which the new version says that they are the same or reworded (of the very
 * same version, all), and components of the same code that read the same figure.
 * Nothing when the new scheme does not say what became of this version of the old one.
 */
export function commonOf(before: CompiledScheme, now: CompiledScheme): Common {
  const isComparable = statementOf(before.scheme, now.scheme);
  const earlier = new Set(before.criteria.map(({ code }) => code));
  const criteria = now.criteria.map(({ code }) => code).filter((code) => isComparable(code) && earlier.has(code));
  const components = now.components
    .filter(({ feed }) => feed !== null)
    .filter(({ code, feed }) => before.components.some((one) => one.code === code && one.feed?.key === feed?.key))
    .map(({ code }) => code);
  return { criteria: new Set(criteria), components: new Set(components) };
}

/** The part of the scheme's weight that lies on what is common: 0 to 1; where pillars combine geometrically, to first order. */
export function weightOn({ criteria, components }: Common, now: CompiledScheme): number {
  let weight = 0;
  for (const { code, weightInWhole } of now.criteria) if (criteria.has(code)) weight += weightInWhole;
  for (const { code, weightInWhole } of now.components) if (components.has(code)) weight += weightInWhole;
  return weight;
}

function statementOf(before: Scheme, now: Scheme): (code: string) => boolean {
  if (now.code !== before.code) return () => false;
  if (now.version === before.version) return () => true;
  const { previous } = now;
  if (previous?.version !== before.version) return () => false;
  return (code) => previous.criteria[code] === 'same' || previous.criteria[code] === 'reworded';
}
