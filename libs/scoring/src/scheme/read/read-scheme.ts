import type { Fault } from '#contract';
import { faultAt, firstFaults, plainFaults, shapeFaults } from '#documents';
import { Scheme } from '../scheme.js';
import { channelFaults, codeFaults } from './code-faults.js';
import { gateFaults, starFaults } from './star-faults.js';
import { treeFaults } from './tree-faults.js';

const mostCriteria = 5_000;

/** A scheme that units can be judged by, or what is wrong with it: one of the two. */
export interface ReadScheme {
  /** With all defaults put in. Null: there are faults. */
  readonly scheme: Scheme | null;
  /** At most 1,000. Paths as `pillars[0].elements[1].criteria[2].weight`. */
  readonly faults: readonly Fault[];
}

/**
 * Reads a rating scheme from any JSON: its shape first, then whether it means something. Never throws. Whether it can also be
 * published, with all its texts, is told by `schemePublishFaults`; whether it says truly what it changed, by
 * `schemeContinuationFaults`.
 */
export function readScheme(json: unknown): ReadScheme {
  if (criteriaIn(json) > mostCriteria) {
    return { scheme: null, faults: [faultAt('pillars', 'tooMany', { max: mostCriteria })] };
  }
  const unfit = firstFaults(plainFaults(json));
  if (unfit.length > 0) return { scheme: null, faults: unfit };
  const parsed = Scheme.safeParse(json, { reportInput: true });
  if (!parsed.success) return { scheme: null, faults: firstFaults(shapeFaults(parsed.error.issues)) };
  const faults = firstFaults(meaningFaults(parsed.data));
  return { scheme: faults.length === 0 ? parsed.data : null, faults };
}

function* meaningFaults(scheme: Scheme): Generator<Fault> {
  yield* codeFaults(scheme);
  yield* channelFaults(scheme);
  yield* treeFaults(scheme);
  yield* starFaults(scheme);
  yield* gateFaults(scheme);
  const { previous, version } = scheme;
  if (previous && previous.version >= version) {
    yield faultAt('previous.version', 'tooLarge', { max: version - 1 }, previous.version);
  }
}

/** Counted before the shape is known, so that nobody keeps us busy with millions. */
function criteriaIn(json: unknown): number {
  const list = (holder: unknown, field: string): readonly unknown[] => {
    const found = (holder as Readonly<Record<string, unknown>> | null | undefined)?.[field];
    return Array.isArray(found) ? found : [];
  };
  let count = 0;
  for (const pillar of list(json, 'pillars')) {
    for (const element of list(pillar, 'elements')) count += list(element, 'criteria').length;
  }
  return count;
}
