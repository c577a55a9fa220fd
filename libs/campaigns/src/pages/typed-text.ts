import { numberIn, westernDigits } from '#documents';

/** Marks of direction and blanks that come with pasted numbers, and the Arabic sign between thousands (U+066C). */
const besideDigits = /[\s\u200e\u200f\u061c\u2066-\u2069\u066c]/g;

/** Text as it is answered: without blanks at its ends, each line end one character. Empty: nothing was typed. */
export function typedText(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/** A number as it is typed, in Western, Arabic or Persian digits; as text what is none, so that its check can say so. */
export function typedNumber(text: string): number | string {
  return numberIn(text.replace(besideDigits, '')) ?? typedText(text);
}

/** A time of day as HH:MM, also from `9:05` and `٩:٠٥`; anything else as it was typed. */
export function typedTime(text: string): string {
  const plain = westernDigits(typedText(text).replace(besideDigits, ''));
  const [, hour, minute] = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(plain) ?? [];
  return hour === undefined || minute === undefined ? plain : `${hour.padStart(2, '0')}:${minute}`;
}

/** A day as YYYY-MM-DD from its three parts; what is none as text that no calendar has. Empty: nothing was typed. */
export function typedDate(parts: { readonly year: string; readonly month: string; readonly day: string }): string {
  const [year, month, day] = [parts.year, parts.month, parts.day].map((part) =>
    westernDigits(part.replace(besideDigits, '')),
  ) as [string, string, string];
  if (year + month + day === '') return '';
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
