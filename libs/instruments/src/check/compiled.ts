import type { Condition } from '../conditions/condition.js';
import type { ConditionValue } from '../conditions/evaluation.js';
import type { Instrument, Section } from '../document/instrument.js';
import type { Item } from '../document/item.js';
import type { ValueCheck } from './flaw.js';

/** A version of an instrument made ready once, to check any number of sheets. Only `instrument` is meant for reading. */
export interface CompiledInstrument {
  readonly instrument: Instrument;
  readonly sections: readonly CompiledSection[];
  /** The codes of all items that are asked once, and of all sections that repeat. */
  readonly once: ReadonlySet<string>;
  readonly repeating: ReadonlySet<string>;
  /** What is decided outside repeating sections, each after what decides about it. */
  readonly steps: readonly Step[];
  /** How many values conditions see. */
  readonly slotCount: number;
}

/** A section made ready. */
export interface CompiledSection {
  readonly section: Section;
  /** Its place among the sections. */
  readonly index: number;
  readonly relevant: Condition | null;
  readonly items: readonly CompiledItem[];
  /** Null: asked once. */
  readonly repeat: Repeat | null;
}

/** What a section that repeats needs besides. */
export interface Repeat {
  readonly min: number;
  readonly max: number;
  readonly codes: ReadonlySet<string>;
  /** What is decided in each repeat, each after what decides about it. */
  readonly steps: readonly Step[];
}

/** An item made ready. */
export interface CompiledItem {
  readonly item: Item;
  readonly code: string;
  /** The place of its section among the sections. */
  readonly sectionIndex: number;
  readonly relevant: Condition | null;
  readonly constraints: readonly Condition[];
  readonly check: ValueCheck;
  /** The reasons for "does not apply"; null: it cannot be said. */
  readonly reasons: ReadonlySet<unknown> | null;
  readonly comment: Beside | null;
  readonly evidence: Beside | null;
  /** For conditions that name it; null: none does. */
  readonly seen: Seen | null;
}

/** How conditions see the value of an item. */
export interface Seen {
  readonly slot: number;
  valueOf(value: unknown): ConditionValue | undefined;
}

/** What stands beside an answer: how it is checked, whether it must be there, and on which answers. */
export interface Beside {
  readonly check: ValueCheck;
  readonly required: boolean;
  /** Option codes and `notApplicable`; null: every answer, though not "does not apply". */
  readonly on: ReadonlySet<unknown> | null;
}

/** The next thing to decide: whether a section or an item is asked. */
export type Step =
  | { readonly section: CompiledSection; readonly relevant: Condition }
  | { readonly section: null; readonly item: CompiledItem };
