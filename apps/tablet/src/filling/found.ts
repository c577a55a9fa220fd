import type { Fault } from '#contract';
import {
  check,
  type AnswerSheet,
  type CompiledInstrument,
  type Instrument,
  type Item,
  type Section,
} from '#instruments';

/** What is wrong at one item, or about a section that repeats. */
export interface Trouble {
  /** The item's path, or `repeats.counter` for a section. */
  readonly path: string;
  /** Something is still to be given: missing, too few, too short. Otherwise what was given is wrong. */
  readonly wanting: boolean;
  readonly fault: Fault;
}

/** Reasons that more typing mends; all others tell of something given that cannot stay so. */
const wantingReasons: ReadonlySet<string> = new Set([
  'missing',
  'commentNeeded',
  'evidenceNeeded',
  'tooFew',
  'tooShort',
]);

/** Everything that keeps a sheet from being finished, in the order of the instrument. */
export function troublesOf(compiled: CompiledInstrument, sheet: AnswerSheet): readonly Trouble[] {
  return check(compiled, sheet, { finished: true }).map((fault) => ({
    path: itemPathOf(fault.where),
    wanting: wantingReasons.has(fault.reason),
    fault,
  }));
}

/** The path of the item that a fault or a reviewer's note is about: `answers.wait.comment` is about `answers.wait`. */
export function itemPathOf(where: string): string {
  return /^(?:answers\.[a-z0-9_]+|repeats\.[a-z0-9_]+(?:\[\d+\](?:\.[a-z0-9_]+)?)?)/.exec(where)?.[0] ?? where;
}

/** What of a form a path is about. */
export interface Named {
  readonly section: Section;
  /** Which of the repeats, counted from 0; null: a section that is asked once, or all of one that repeats. */
  readonly repeat: number | null;
  /** Null: it is about the section. */
  readonly item: Item | null;
}

/** What an item's path names; null: nothing of this form. Codes of items stand once in a form. */
export function namedBy({ sections }: Instrument, path: string): Named | null {
  const [, code, within, repeat, repeated] =
    /^(?:answers\.([a-z0-9_]+)|repeats\.([a-z0-9_]+)(?:\[(\d+)\])?(?:\.([a-z0-9_]+))?)$/.exec(path) ?? [];
  for (const section of sections) {
    const item = section.items.find((one) => one.code === (code ?? repeated)) ?? null;
    if (item !== null || section.code === within)
      return { section, repeat: repeat === undefined ? null : Number(repeat), item };
  }
  return null;
}

/** The troubles by the path they are about. */
export function troublesByPath(troubles: readonly Trouble[]): ReadonlyMap<string, readonly Trouble[]> {
  const byPath = new Map<string, Trouble[]>();
  for (const trouble of troubles) byPath.set(trouble.path, [...(byPath.get(trouble.path) ?? []), trouble]);
  return byPath;
}
