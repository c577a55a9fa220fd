import { numberIn } from '#documents';

/** Marks of direction and blanks that come with pasted numbers; the Arabic sign between thousands. */
const beside = /[\s\u200e\u200f\u061c\u00a0\u066c]/g;

/** A number as it is typed, in Western, Arabic or Persian digits: undefined for nothing typed, null for no number. */
export function typedNumber(text: string): number | null | undefined {
  const plain = text.replace(beside, '');
  return plain === '' ? undefined : numberIn(plain);
}
