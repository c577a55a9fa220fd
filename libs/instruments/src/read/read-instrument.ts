import type { Fault } from '#contract';
import { faultAt, firstFaults, plainFaults, shapeFaults } from '#documents';
import { Instrument } from '../document/instrument.js';
import { meaningFaults } from './meaning-faults.js';

const mostItems = 2_000;

/** An instrument that is good to be filled in, or what is wrong with it: one of the two. */
export interface ReadInstrument {
  /** With all defaults put in. Null: there are faults. */
  readonly instrument: Instrument | null;
  /** At most 1,000. Paths as `sections[2].items[0].code`. */
  readonly faults: readonly Fault[];
}

/**
 * Reads an instrument from any JSON: its shape first, then whether it means something. Never throws. Whether it can also be
 * published, with all its texts, is told by `publishFaults`.
 */
export function readInstrument(json: unknown): ReadInstrument {
  const unfit = firstFaults(plainFaults(json));
  if (unfit.length > 0) return { instrument: null, faults: unfit };
  if (itemsIn(json) > mostItems) {
    return { instrument: null, faults: [faultAt('sections', 'tooManyItems', { max: mostItems })] };
  }
  const parsed = Instrument.safeParse(json, { reportInput: true });
  if (!parsed.success) return { instrument: null, faults: firstFaults(shapeFaults(parsed.error.issues)) };
  const faults = firstFaults(meaningFaults(parsed.data));
  return { instrument: faults.length === 0 ? parsed.data : null, faults };
}

function itemsIn(json: unknown): number {
  const { sections } = (json ?? {}) as { sections?: unknown };
  if (!Array.isArray(sections)) return 0;
  return sections.reduce((sum: number, section: unknown) => {
    const { items } = (section ?? {}) as { items?: unknown };
    return sum + (Array.isArray(items) ? items.length : 0);
  }, 0);
}
