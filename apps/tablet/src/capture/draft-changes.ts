import type { Answers, AnswerSheet, AnswerValue, Given } from '#instruments';
import type { Fix, Place, StampName } from '#fieldwork';
import type { Draft, DraftPhoto } from '../store/model.js';

/** Where an answer stands in a sheet. */
export interface AnswerPlace {
  readonly section: { readonly code: string };
  readonly repeat: number | null;
  readonly item: { readonly code: string };
}

/** One change of a draft: what it becomes. */
export type DraftChange = (draft: Draft) => Draft;

/** The answer, or none; whatever was said of not applying goes with either. Note and photos stay. */
export function withValue(place: AnswerPlace, value: AnswerValue | undefined): DraftChange {
  return withGiven(place, ({ value: _old, notApplicable: _none, ...beside }) =>
    value === undefined ? beside : { ...beside, value },
  );
}

/** Not applicable for this reason, or not said so; an answer goes. */
export function withNotApplicable(place: AnswerPlace, reason: string | undefined): DraftChange {
  return withGiven(place, ({ value: _old, notApplicable: _none, ...beside }) =>
    reason === undefined ? beside : { ...beside, notApplicable: reason },
  );
}

/** The note beside the answer; a blank one is none. */
export function withComment(place: AnswerPlace, text: string): DraftChange {
  return withGiven(place, ({ comment: _old, ...rest }) => (text.trim() === '' ? rest : { ...rest, comment: text }));
}

/** A photo that is kept already, and its hash where it belongs. */
export function withPhoto(photo: DraftPhoto, refer: DraftChange): DraftChange {
  return (draft) => {
    const photos = [...draft.photos.filter(({ hash }) => hash !== photo.hash), photo];
    return refer({ ...draft, photos });
  };
}

/** The hash of a photo among those beside the answer. */
export function withEvidence(place: AnswerPlace, hash: string): DraftChange {
  return withGiven(place, ({ evidence = [], ...rest }) => ({
    ...rest,
    evidence: [...evidence.filter((one) => one !== hash), hash],
  }));
}

export function withoutEvidence(place: AnswerPlace, hash: string): DraftChange {
  return withGiven(place, ({ evidence = [], ...rest }) => {
    const left = evidence.filter((one) => one !== hash);
    return left.length > 0 ? { ...rest, evidence: left } : rest;
  });
}

/** The hash of a photo among those that are the answer. */
export function withFile(place: AnswerPlace, hash: string): DraftChange {
  return (draft) => withValue(place, [...filesAt(draft, place).filter((one) => one !== hash), hash])(draft);
}

export function withoutFile(place: AnswerPlace, hash: string): DraftChange {
  return (draft) => {
    const left = filesAt(draft, place).filter((one) => one !== hash);
    return withValue(place, left.length > 0 ? left : undefined)(draft);
  };
}

function filesAt({ sheet }: Draft, place: AnswerPlace): readonly string[] {
  const value = givenAt(sheet, place)?.value;
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** Forgets photos that nothing names any more. */
export function withoutLoosePhotos(draft: Draft): Draft {
  const named = photosNamed(draft.sheet);
  return { ...draft, photos: draft.photos.filter(({ hash }) => named.has(hash)) };
}

/** Every hash that an answer, or what stands beside it, names. */
export function photosNamed({ answers, repeats = {} }: AnswerSheet): ReadonlySet<string> {
  const all = [answers, ...Object.values(repeats).flat()].flatMap((one) => Object.values(one));
  return new Set(all.flatMap(({ value, evidence = [] }) => [...evidence, ...[value].flat().filter(isHash)]));
}

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

/** One more repeat of a section, at the end or where it was. */
export function withRepeat(section: string, answers: Answers = {}, at?: number): DraftChange {
  return withRepeats(section, (all) => all.toSpliced(at ?? all.length, 0, answers));
}

export function withoutRepeat(section: string, at: number): DraftChange {
  return withRepeats(section, (all) => all.toSpliced(at, 1));
}

function withRepeats(section: string, change: (all: readonly Answers[]) => readonly Answers[]): DraftChange {
  return (draft) => {
    const { answers, repeats = {} } = draft.sheet;
    return { ...draft, sheet: { answers, repeats: { ...repeats, [section]: change(repeats[section] ?? []) } } };
  };
}

export function withStamp(name: StampName, at: string): DraftChange {
  return (draft) => ({ ...draft, stamps: { ...draft.stamps, [name]: at } });
}

export function withoutStamp(name: StampName): DraftChange {
  return ({ stamps: { [name]: _gone, ...stamps }, ...draft }) => ({ ...draft, stamps });
}

export function withPlace(when: 'start' | 'end', place: Place): DraftChange {
  return (draft) => ({ ...draft, places: { ...draft.places, [when]: place } });
}

/** Where the tablet last knew it was; null: it never did. */
export function lastFixOf({ places }: Draft): Fix | null {
  for (const place of [places.end, places.start]) if (place && 'latitude' in place) return place;
  return null;
}

export function givenAt({ answers, repeats }: AnswerSheet, { section, repeat, item }: AnswerPlace): Given | undefined {
  return (repeat === null ? answers : repeats?.[section.code]?.[repeat])?.[item.code];
}

/** Something given for an item anew; what is then empty is not given. */
function withGiven(place: AnswerPlace, change: (given: Given) => Given): DraftChange {
  const { section, repeat, item } = place;
  const changed = (answers: Answers): Answers => {
    const { [item.code]: given = {}, ...others } = answers;
    const next = change(given);
    return Object.keys(next).length > 0 ? { ...others, [item.code]: next } : others;
  };
  return (draft) => {
    if (repeat === null) return { ...draft, sheet: { ...draft.sheet, answers: changed(draft.sheet.answers) } };
    return withRepeats(section.code, (all) => all.map((one, at) => (at === repeat ? changed(one) : one)))(draft);
  };
}
