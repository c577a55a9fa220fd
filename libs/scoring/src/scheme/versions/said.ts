import type { Feed } from '../feed.js';
import type { Gate } from '../gate.js';
import type { StarRule } from '../scheme.js';

/*
 * Feeds, gates and steps in one line each, as codes and signs: the same in every language.
 */

/** `items visit: greeting, smile`, `indicator waiting_minutes: 30 … 5`. Without its minimum. */
export function saidFeed(feed: Feed): string {
  switch (feed.by) {
    case 'grading':
      return feed.by;
    case 'items':
      return `items ${feed.instrument}: ${feed.items.toSorted().join(', ')}`;
    case 'instrument':
      return feed.dimension === undefined
        ? `instrument ${feed.instrument}`
        : `instrument ${feed.instrument}: ${feed.dimension}`;
    case 'study':
      return feed.measure === undefined ? `study ${feed.study}` : `study ${feed.study}: ${feed.measure}`;
    case 'indicator':
      return `indicator ${feed.indicator}: ${feed.worst} … ${feed.best}`;
  }
}

/** `pillarBelow place < 50: ≤ 4★`. */
export function saidGate(gate: Gate): string {
  if (gate.when === 'boundedUpgrade') return `${gate.when} ${gate.component} = ${gate.at}★: ≤ ${gate.at + gate.by}★`;
  const { then } = gate;
  return `${gate.when} ${conditionOf(gate)}: ${'cap' in then ? `≤ ${then.cap}★` : Object.keys(then).join()}`;
}

function conditionOf(gate: Exclude<Gate, { when: 'boundedUpgrade' }>): string {
  switch (gate.when) {
    case 'pillarBelow':
      return `${gate.pillar} < ${gate.below}`;
    case 'componentBelow':
      return `${gate.component} < ${gate.below}`;
    case 'criterionFailed':
      return `${gate.criterion} < ${gate.below}`;
    case 'channelGap':
      return `> ${gate.above}`;
    case 'openViolation':
      return `${gate.kinds?.join(', ') ?? '*'}${gate.component === undefined ? '' : ` → ${gate.component}`}`;
  }
}

/** `inspection 1★ … 5★; staffing ↑ 5★ ↓ 1★; quality ↑ 5★ ↓ 1★`. */
export function saidSteps({ base, lowest, highest, steps }: Extract<StarRule, { by: 'steps' }>): string {
  const said = steps.map(({ component, upAt, downAt }) => `${component} ↑ ${upAt}★ ↓ ${downAt}★`);
  return [`${base} ${lowest}★ … ${highest}★`, ...said].join('; ');
}
