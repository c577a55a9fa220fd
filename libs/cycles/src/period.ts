import { Problem } from '#contract';

export const cycleKinds = ['year', 'fiscal-year', 'quarter', 'month'] as const;
export type CycleKind = (typeof cycleKinds)[number];

/** The months, 1 to 12, in which a fiscal year may begin; April unless said. */
export const defaultFiscalStart = 4;

/** Days from the first to the last, both included, as ISO dates (2024-03-01). */
export interface Days {
  readonly startsOn: string;
  readonly endsOn: string;
}

/**
 * A cycle as a period of the calendar. Its key is what people type: 2024, 2024-25, 2024-Q1, 2024-03.
 * The fiscal years 2000-01 to 2011-12 look like months, so theirs begin with FY: FY2010-11.
 */
export interface Period extends Days {
  readonly key: string;
  readonly kind: CycleKind;
}

/**
 * The period that a cycle's key names.
 * @param fiscalStart the month, 1 to 12, in which a fiscal year begins
 * @throws Problem `cycle.keyInvalid`
 */
export function periodOf(key: string, fiscalStart = defaultFiscalStart): Period {
  const days = daysOf(key);
  if (days) return { key, kind: kindOf(key), ...days };
  const [, first, second] = /^(?:FY)?(\d{4})-(\d{2})$/.exec(key) ?? [];
  if (first && Number(second) === (Number(first) + 1) % 100) return fiscalYear(Number(first), fiscalStart);
  throw new Problem('cycle.keyInvalid', { params: { cycle: key.slice(0, 40) } });
}

/** The period of one kind that holds a day. */
export function periodAround(kind: CycleKind, day: string, fiscalStart = defaultFiscalStart): Period {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  if (kind === 'year') return periodOf(day.slice(0, 4));
  if (kind === 'month') return periodOf(day.slice(0, 7));
  if (kind === 'quarter') return periodOf(`${day.slice(0, 4)}-Q${Math.ceil(month / 3)}`);
  return fiscalYear(month >= fiscalStart ? year : year - 1, fiscalStart);
}

/** The days that a year (2024), quarter (2024-Q1), month (2024-03) or day (2024-03-31) of a file stands for, or null. */
export function daysOf(text: string): Days | null {
  const [, years, quarter, months, day] = /^(\d{4})(?:-Q([1-4])|-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (!years || Number(years) < 1000) return null;
  const year = Number(years);
  if (quarter) return wholeMonths(year, Number(quarter) * 3 - 2, 3);
  if (!months) return wholeMonths(year, 1, 12);
  const month = Number(months);
  if (month < 1 || month > 12) return null;
  if (!day) return wholeMonths(year, month, 1);
  return Number(day) >= 1 && text <= wholeMonths(year, month, 1).endsOn ? { startsOn: text, endsOn: text } : null;
}

function kindOf(key: string): CycleKind {
  if (key.length === 4) return 'year';
  return key.includes('Q') ? 'quarter' : 'month';
}

function fiscalYear(year: number, startMonth: number): Period {
  const end = (year + 1) % 100;
  const looksLikeMonth = end >= 1 && end <= 12;
  const key = `${looksLikeMonth ? 'FY' : ''}${year}-${String(end).padStart(2, '0')}`;
  return { key, kind: 'fiscal-year', ...wholeMonths(year, startMonth, 12) };
}

/** Whole months from the first of `month`, which may lie past December. */
function wholeMonths(year: number, month: number, count: number): Days {
  return { startsOn: isoDay(year, month - 1, 1), endsOn: isoDay(year, month - 1 + count, 0) };
}

function isoDay(year: number, monthIndex: number, day: number): string {
  return new Date(Date.UTC(year, monthIndex, day)).toISOString().slice(0, 10);
}
