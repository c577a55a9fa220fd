import type { Instrument } from '#instruments';
import type { FilledRow } from './answers-file.js';

/** The centre whose visits of the second cycle were captured on tablets. */
export const capturedCentre = 'CO-1';

/** What the first of them reported wrongly, and the agency's cameras showed otherwise. */
const wrong = {
  code: 'employee_conduct',
  value: 'disrespectful',
  comment: 'The employee raised his voice at the counter.',
};

/** The visits as they were sent, with what is true of the answer that was amended later. */
export function capturedFile({ code, version }: Instrument, rows: readonly FilledRow[]): string {
  const visits = rows.map(({ centre, day, answers }, at) => ({
    centre,
    day,
    answers: at === 0 ? { ...answers, [wrong.code]: { value: wrong.value, comment: wrong.comment } } : answers,
  }));
  const appeal = { visit: 0, item: wrong.code, amended: rows[0]?.answers[wrong.code] };
  return `${JSON.stringify({ instrument: { code, version }, visits, appeal }, null, 1)}\n`;
}
