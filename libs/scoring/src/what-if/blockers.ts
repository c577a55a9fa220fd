import type { CompiledScheme, FiredGate } from '../judge/index.js';
import { starPathOf } from '../judge/star-path.js';
import { componentStarsOf } from '../judge/stars.js';
import { isAtLeast } from './ground.js';
import type { Ground } from './ground.js';

/** What stands between a unit and a star, and no grading can remove. */
export type Blocker =
  /** What the gate looks at must reach this score, or star for a bounded upgrade; null: open violations must be closed. */
  | { readonly by: 'gate'; readonly gate: string; readonly needed: number | null }
  /** Where stars go by steps: a component must have this star. Of several, one may be enough. */
  | { readonly by: 'component'; readonly component: string; readonly needed: number }
  /** Even with everything raised the score stays below what the star begins with. Null: there is nothing to score. */
  | { readonly by: 'score'; readonly needed: number; readonly reachable: number | null };

/** A unit with everything raised that can be, without the gates that fire even then. */
export interface Unblocked {
  readonly best: Ground;
  readonly blockers: readonly Blocker[];
}

/**
 * The gates that keep a unit below the target star even when everything is raised that can be, and that unit without them.
 * Gates hide behind each other (two that cap at the same star fire once), so they are taken away until none is left.
 */
export function unblocked(best: Ground, target: number): Unblocked {
  const { star, fired } = starPathOf(best);
  const inTheWay = isAtLeast(star, target) ? [] : fired.filter((gate) => isInTheWay(gate, target));
  const codes = new Set(inTheWay.map(({ gate }) => gate));
  if (codes.size === 0) return { best, blockers: isAtLeast(star, target) ? [] : blockedByScores(best, target) };
  const gates = best.compiled.gates.filter(({ code }) => !codes.has(code));
  const rest = unblocked({ ...best, compiled: { ...best.compiled, gates } }, target);
  const own = [...codes].map((gate) => ({ by: 'gate', gate, needed: neededBy(gate, best.compiled) }) as const);
  return { best: rest.best, blockers: [...own, ...rest.blockers] };
}

function isInTheWay({ effect, to }: FiredGate, target: number): boolean {
  return !('provisional' in effect) && !isAtLeast(to, target);
}

function neededBy(code: string, { gates }: CompiledScheme): number | null {
  const gate = gates.find((one) => one.code === code);
  if (gate?.when === 'below') return gate.below;
  return gate?.when === 'boundedUpgrade' ? gate.at + 1 : null;
}

function blockedByScores({ compiled, tree }: Ground, target: number): Blocker[] {
  const { stars, components } = compiled;
  if (stars.by === 'bands') {
    const needed = Math.min(...stars.bands.filter(({ star }) => star >= target).map(({ from }) => from));
    return [{ by: 'score', needed, reachable: tree.whole < 0 ? null : tree.whole }];
  }
  const ownStars = componentStarsOf(compiled, tree.components);
  const wanting = stars.steps.filter(({ component, upAt }) => !isAtLeast(ownStars[component] ?? null, upAt));
  const asked = wanting.map(({ component, upAt }) => ({ component, needed: upAt }));
  return (wanting.length > 0 ? asked : [{ component: stars.base, needed: target - stars.steps.length }]).map(
    ({ component, needed }) => ({ by: 'component', component: components[component]?.code ?? '', needed }),
  );
}
