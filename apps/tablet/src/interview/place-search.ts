import type { InterviewPlace } from '#campaigns';

/** Marks over letters, the line that stretches words, and what no keyboard shows. */
const marks = /[\p{Mn}\u0640\u200e\u200f\u061c]/gu;

/** A text as it is compared: without case and marks, and with the letters that are typed for each other made one. */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(marks, '')
    .replace(/[\u0671-\u0673\u0675]/g, '\u0627')
    .replace(/\u0649/g, '\u064a')
    .replace(/\u0629/g, '\u0647')
    .toLowerCase();
}

/** What a place is found by: its names in all languages, and its codes. */
function wordsOf({ names, agency, centre, service }: InterviewPlace): string {
  const all = [names.agency, names.centre, names.service].flatMap((wording) => Object.values(wording ?? {}));
  return plainText([...all, agency, centre, service].filter((one) => one !== null).join(' '));
}

/** Places that can be searched as fast as somebody types. */
export type PlaceIndex = readonly { readonly place: InterviewPlace; readonly words: string }[];

export function placeIndex(places: readonly InterviewPlace[]): PlaceIndex {
  return places.map((place) => ({ place, words: wordsOf(place) }));
}

/** The places in which every word that was typed is found, in their order; all of them when nothing was typed. */
export function placesWith(index: PlaceIndex, typed: string): readonly InterviewPlace[] {
  const wanted = plainText(typed).split(/\s+/).filter(Boolean);
  return index.filter(({ words }) => wanted.every((word) => words.includes(word))).map(({ place }) => place);
}
