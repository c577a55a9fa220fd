import type { AnswerSheet } from '#instruments';
import type { Fix, Place, StampName } from '#fieldwork';
import { givenAt, withGiven, withValue, type AnswerPlace } from '../filling/sheet-changes.js';
import type { Draft, DraftPhoto } from '../store/model.js';

/** One change of the draft of a visit: what it becomes. */
export type DraftChange = (draft: Draft) => Draft;

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
