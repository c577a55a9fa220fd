import { fine, flaw, isFields, unknownFields, wrongKind, type Flaw, type ValueCheck } from '../flaw.js';

const dateShape = /^(\d{4})-(\d{2})-(\d{2})$/;
const timeShape = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
/** An instant as JSON has it: a date, a time to the minute or finer, and where that is counted from. */
const instantShape =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const longMonths: ReadonlySet<number> = new Set([1, 3, 5, 7, 8, 10, 12]);

/** A day of the calendar within its bounds, YYYY-MM-DD. */
export function dateCheck({ min, max }: { min?: string; max?: string }): ValueCheck {
  return (value) => {
    if (typeof value !== 'string') return wrongKind('notText', value);
    if (!isDate(value)) return flaw('invalid', value, { expected: 'YYYY-MM-DD' });
    if (min !== undefined && value < min) return flaw('tooSmall', value, { min });
    return max !== undefined && value > max ? flaw('tooLarge', value, { max }) : fine;
  };
}

/** A time of day, HH:MM, 00:00 to 23:59. */
export const timeCheck: ValueCheck = (value) => {
  if (typeof value !== 'string') return wrongKind('notText', value);
  return timeShape.test(value) ? fine : flaw('invalid', value, { expected: 'HH:MM' });
};

/** Two instants, the second not before the first and not more than so many minutes after it. */
export function timePairCheck({ maxMinutes }: { maxMinutes: number }): ValueCheck {
  return (value) => {
    if (!isFields(value)) return wrongKind('notAnObject', value);
    const flaws = [
      ...unknownFields(value, ['from', 'to']),
      ...instantFlaws(value, 'from'),
      ...instantFlaws(value, 'to'),
    ];
    if (flaws.length > 0) return flaws;
    const minutes = minutesOf(value) ?? 0;
    if (minutes < 0) return flaw('endsBeforeStart', value['to'], undefined, '.to');
    return minutes > maxMinutes ? flaw('tooLongBetween', undefined, { max: maxMinutes }) : fine;
  };
}

/**
 * The minutes between the two stamps of a time pair, unrounded; negative when the second comes first. Null for anything that
 * is not two instants.
 */
export function minutesOf(value: unknown): number | null {
  if (!isFields(value)) return null;
  const [from, to] = [value['from'], value['to']];
  if (!isInstant(from) || !isInstant(to)) return null;
  return (Date.parse(to) - Date.parse(from)) / 60_000;
}

function instantFlaws(value: Readonly<Record<string, unknown>>, field: 'from' | 'to'): readonly Flaw[] {
  const stamp = Object.hasOwn(value, field) ? value[field] : undefined;
  if (stamp === undefined) return flaw('missing', undefined, undefined, `.${field}`);
  return isInstant(stamp) ? fine : flaw('invalid', stamp, { expected: 'YYYY-MM-DDTHH:MM:SSZ' }, `.${field}`);
}

function isInstant(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 40) return false;
  const date = instantShape.exec(value)?.[1];
  return date !== undefined && isDate(date);
}

/** Whether it is a day that the calendar has: no 30 February, no 29 February in a common year, no year 0. */
function isDate(value: string): boolean {
  const parts = value.length === 10 ? dateShape.exec(value) : null;
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return longMonths.has(month) ? 31 : 30;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
