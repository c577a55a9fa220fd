/** The days of a week, from Monday on as ISO 8601 counts them. */
export const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type WeekdayName = (typeof weekdayNames)[number];

/** From when to when, HH:MM in the centre's own time; one that does not end later than it begins runs into the next day. */
export interface OpenStretch {
  readonly from: string;
  readonly to: string;
}

/** When a centre is open: stretches that do not overlap, in their order; a day without any, or not named: closed. */
export type CentreHours = Readonly<Partial<Record<WeekdayName, readonly OpenStretch[]>>>;

/** The most stretches of one day. */
export const mostStretches = 6;

/** HH:MM: texts of this kind sort as their times do. */
const hour = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether these stretches can be one day: none begins before the one before has ended, only the last runs past midnight. */
export function areStretches(stretches: readonly OpenStretch[]): boolean {
  if (stretches.length > mostStretches) return false;
  return stretches.every(({ from, to }, at) => {
    const before = stretches[at - 1]?.to ?? '00:00';
    const isLast = at === stretches.length - 1;
    return hour.test(from) && hour.test(to) && before <= from && (from < to || isLast);
  });
}

/** The stretches of a cell such as `07:30-12:00;16:00-20:00`; none of an empty one; null of what cannot be read. */
export function stretchesIn(cell: string): readonly OpenStretch[] | null {
  const text = cell.trim();
  if (text === '') return [];
  const stretches = text.split(';').map((part) => {
    const [, from = '', to = ''] = /^(\d{1,2}:\d\d)\s*[-–]\s*(\d{1,2}:\d\d)$/.exec(part.trim()) ?? [];
    return { from: from.padStart(5, '0'), to: to.padStart(5, '0').replace('24:00', '00:00') };
  });
  return areStretches(stretches) ? stretches : null;
}
