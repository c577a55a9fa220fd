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

/**
 * Pages ask for times of a day, not for the day, and keep none: the day on which somebody answers tells nothing of when it was, and
 * may tell who it was. So both instants of a pair lie on the day that has stood for "none" since HTML's own `valueAsDate` of a
 * time: only the minutes between them say something.
 */
const noDay = '1970-01-01T';

/** An instant for a time of day as it is typed; what is no time as it was typed, so that its check can say so. */
export function typedInstant(text: string): string {
  const time = typedTime(text);
  return /^\d\d:\d\d$/.test(time) ? `${noDay}${time}:00Z` : time;
}

/** The time of day of an instant from a page, HH:MM; anything else as it is. */
export function clockOf(instant: string): string {
  return instant.startsWith(noDay) ? instant.slice(noDay.length, noDay.length + 5) : instant;
}
