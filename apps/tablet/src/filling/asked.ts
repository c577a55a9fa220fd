import {
  check,
  statesOf,
  type Answers,
  type AnswerSheet,
  type CompiledInstrument,
  type Given,
  type Item,
  type ItemState,
  type Section,
} from '#instruments';

/** One item where it is asked: once, or in one of the repeats of its section. */
export interface Spot {
  readonly section: Section;
  /** Which of the repeats, counted from 0; null: a section that is asked once. */
  readonly repeat: number | null;
  readonly item: Item;
  /** As checks and reviewers name it: `answers.wait`, `repeats.counter[1].queue`. */
  readonly path: string;
  /** Notes are read, not answered. */
  readonly state: Exclude<ItemState, 'notAsked'> | 'note';
  readonly given: Given | undefined;
}

/** A section that is asked now, with what of it is asked. */
export interface AskedSection {
  readonly section: Section;
  /** One set for a section asked once, one for each repeat otherwise. */
  readonly sets: readonly (readonly Spot[])[];
}

/**
 * What is asked now, in the order of the instrument; sections of which nothing is asked are left out. The instrument's own
 * code decides, the same as on the server.
 */
export function askedSections(compiled: CompiledInstrument, sheet: AnswerSheet): readonly AskedSection[] {
  const states = statesOf(compiled, sheet);
  const silent = silentPathsOf(compiled, sheet);
  const spotsOf = (section: Section, repeat: number | null, answers: Answers): readonly Spot[] =>
    section.items.flatMap((item): readonly Spot[] => {
      const path = pathOf(section, repeat, item.code);
      const state = item.type === 'note' ? (silent.has(path) ? 'notAsked' : 'note') : states.get(path);
      if (state === undefined || state === 'notAsked') return [];
      return [{ section, repeat, item, path, state, given: answers[item.code] }];
    });
  return compiled.instrument.sections.flatMap((section): readonly AskedSection[] => {
    if (!section.repeat) {
      const spots = spotsOf(section, null, sheet.answers);
      return spots.length > 0 ? [{ section, sets: [spots] }] : [];
    }
    if (silent.has(`repeats.${section.code}`)) return [];
    const sets = (sheet.repeats?.[section.code] ?? []).map((answers, at) => spotsOf(section, at, answers));
    return [{ section, sets }];
  });
}

export function pathOf(section: Section, repeat: number | null, code: string): string {
  return repeat === null ? `answers.${code}` : `repeats.${section.code}[${repeat}].${code}`;
}

/**
 * Notes and repeating sections that are not asked. They have no state of their own, so the check is asked: something is put
 * where they stand, and it tells whether anything may stand there.
 */
function silentPathsOf(compiled: CompiledInstrument, sheet: AnswerSheet): ReadonlySet<string> {
  const { sections } = compiled.instrument;
  const probed = (section: Section, answers: Answers): Answers => {
    const notes = section.items.filter(({ type }) => type === 'note');
    return { ...answers, ...Object.fromEntries(notes.map(({ code }) => [code, { comment: 'x' }])) };
  };
  const answers = sections.filter(({ repeat }) => !repeat).reduce((all, one) => probed(one, all), sheet.answers);
  const repeats = Object.fromEntries(
    sections
      .filter(({ repeat }) => repeat)
      .map((section): [string, readonly Answers[]] => {
        const given = sheet.repeats?.[section.code] ?? [];
        return [section.code, given.length > 0 ? given.map((one) => probed(section, one)) : [{}]];
      }),
  );
  const faults = check(compiled, { answers, repeats }, { finished: false });
  return new Set(faults.filter(({ reason }) => reason === 'notAsked').map(({ where }) => where));
}
