import type { Fault } from '#contract';
import { faultAt } from './fault-at.js';
import { readablePath } from './readable-path.js';
import { isWhole } from './whole-text.js';

const most = { depth: 16, values: 300_000 };

interface Step {
  readonly value: unknown;
  readonly key: string | number;
  readonly up: Step | null;
  readonly depth: number;
}

/**
 * What no document may hold wherever it stands, to be asked before its shape is: text that no database keeps, keys that reach
 * into the machine, more depth (16) or more values (300,000) than any document has. Walks without recursion, so that no depth
 * brings it down.
 */
export function* plainFaults(json: unknown): Generator<Fault> {
  const waiting: Step[] = [{ value: json, key: '', up: null, depth: 0 }];
  for (let seen = 0, step = waiting.pop(); step; step = waiting.pop()) {
    const { value, depth } = step;
    if (++seen > most.values) {
      yield faultAt('', 'tooMany', { max: most.values });
      return;
    }
    if (typeof value === 'string' && !isWhole(value)) yield faultAt(pathOf(step), 'brokenText', undefined, value);
    if (typeof value !== 'object' || value === null) continue;
    if (depth === most.depth) {
      yield faultAt(pathOf(step), 'tooDeep', { max: most.depth });
      continue;
    }
    for (const child of childrenOf(step, value)) {
      if (typeof child.key === 'string' && !isWhole(child.key)) yield faultAt(pathOf(child), 'brokenText');
      else if (child.key === '__proto__') yield faultAt(pathOf(child), 'unknown');
      else waiting.push(child);
    }
  }
}

function* childrenOf(up: Step, value: object): Generator<Step> {
  const depth = up.depth + 1;
  if (Array.isArray(value)) {
    for (const [key, child] of value.entries()) yield { value: child as unknown, key, up, depth };
  } else {
    for (const [key, child] of Object.entries(value)) yield { value: child as unknown, key, up, depth };
  }
}

function pathOf(step: Step): string {
  const keys: (string | number)[] = [];
  for (let at = step; at.up; at = at.up) keys.unshift(at.key);
  return readablePath(keys);
}
