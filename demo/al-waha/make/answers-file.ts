import { compileInstrument, type Answers, type Given, type Instrument } from '#instruments';
import { Chance } from './chance.js';
import type { DemoCycle } from './cycles.js';
import { dayIn, servingIn } from './cycles.js';
import { csv } from './csv.js';
import { filled } from './filled.js';
import type { DemoCentre } from './network.js';
import { qualityOf } from './qualities.js';

/** How often an instrument is filled at a centre. */
export type TimesAt = (centre: DemoCentre) => number;

/** One filled instrument of the demonstration. */
export interface FilledRow {
  readonly id: string;
  readonly centre: string;
  readonly day: string;
  readonly answers: Answers;
}

/** What was filled of an instrument in a cycle, checked as it will be when it comes in. */
export function filledRows(instrument: Instrument, cycle: DemoCycle, times: TimesAt): readonly FilledRow[] {
  const compiled = compileInstrument(instrument);
  return servingIn(cycle.key).flatMap((centre) =>
    Array.from({ length: times(centre) }, (_, time) => {
      const chance = new Chance(cycle.key, instrument.code, centre.code, time);
      const day = dayIn(cycle, chance);
      const answers = filled(compiled, qualityOf(centre, cycle), chance, day);
      return { id: `${cycle.key}-${centre.code}-${time + 1}`, centre: centre.code, day, answers };
    }),
  );
}

/** Filled instruments as a table: one row each. */
export function answersFile(instrument: Instrument, rows: readonly FilledRow[]): string {
  const codes = instrument.sections.flatMap(({ items }) =>
    items.filter(({ type }) => type !== 'text').map(({ code }) => code),
  );
  const remarked = codes.filter((code) => rows.some(({ answers }) => answers[code]?.comment !== undefined));
  return csv(
    ['id', 'centre', 'date', ...codes, ...remarked.map((code) => `${code}#comment`)],
    rows.map(({ id, centre, day, answers }) => [
      id,
      centre,
      day,
      ...codes.map((code) => cellOf(answers[code])),
      ...remarked.map((code) => answers[code]?.comment ?? ''),
    ]),
  );
}

/** What was given for an item, as a cell. */
export function cellOf(given: Given | undefined): string {
  if (given === undefined) return '';
  if (given.notApplicable !== undefined) return `na:${given.notApplicable}`;
  const { value } = given;
  if (Array.isArray(value)) return value.join('|');
  if (typeof value === 'object' && 'from' in value) return `${value.from}/${value.to}`;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new Error('An answer of the demonstration fits no cell');
}
