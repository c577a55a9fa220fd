import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Database } from '#database';
import { findCalendar, keepCalendars, type AgencyCalendar, type NamedCalendar } from './calendar.queries.js';
import { agencyOf, listAgencies } from './network.queries.js';
import { weekdayNames, type WeekdayName } from './opening-hours.js';
import { readRegister, type RegisterRow } from './register-row.js';

const columns = ['agency', 'weekend', 'holidays'];

/** The most holidays of one agency: some twenty years of them. */
export const mostHolidays = 500;

/** The days agencies do not work. */
@Injectable()
export class Calendars {
  constructor(private readonly database: Database) {}

  /** The calendar of an agency; null when it has none of its own. Refuses with `agency.unknown`. */
  find(agency: string): Promise<AgencyCalendar | null> {
    return this.database.read(async (db) => findCalendar(db, (await agencyOf(db, agency)).id));
  }

  /** Says when an agency does not work. Refuses with `agency.unknown`. */
  keep(agency: string, calendar: AgencyCalendar): Promise<AgencyCalendar> {
    return this.database.transaction(async (db) => {
      const { id } = await agencyOf(db, agency);
      await keepCalendars(db, [{ agency, ...calendar }]);
      return (await findCalendar(db, id)) ?? calendar;
    });
  }

  /**
   * Takes calendars from a table with the columns agency, weekend (`saturday;sunday`) and holidays (`2026-12-02;2026-12-03`);
   * all rows or none. @returns how many
   */
  async import(file: string): Promise<number> {
    const codes = new Set((await this.database.read(listAgencies)).map(({ code }) => code));
    const calendars = await readRegister(file, columns, 'agency', (row) => calendarIn(row, codes));
    await this.database.transaction((db) => keepCalendars(db, calendars));
    return calendars.length;
  }
}

function calendarIn(row: RegisterRow, codes: ReadonlySet<string>): NamedCalendar {
  const agency = row.known('agency', codes);
  const weekend = [...new Set(listIn(row, 'weekend').map((day) => day.toLowerCase()))];
  if (!weekend.every(isWeekday)) row.fault('weekend', 'notOneOf', { options: weekdayNames.join(', ') });
  else if (weekend.length > 6) row.fault('weekend', 'outOfRange', { min: 0, max: 6 });
  const holidays = [...new Set(listIn(row, 'holidays'))];
  if (!holidays.every(isDay)) row.fault('holidays', 'invalid', { expected: '2026-12-02;2026-12-03' });
  else if (holidays.length > mostHolidays) row.fault('holidays', 'outOfRange', { min: 0, max: mostHolidays });
  return { agency, weekend: weekend.filter(isWeekday), holidays };
}

function listIn(row: RegisterRow, column: string): readonly string[] {
  return (row.text(column) ?? '').split(/[;,\s]+/).filter((part) => part !== '');
}

function isWeekday(text: string): text is WeekdayName {
  return (weekdayNames as readonly string[]).includes(text);
}

function isDay(text: string): boolean {
  try {
    return /^[12]\d{3}-\d{2}-\d{2}$/.test(text) && Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false; // no such day, as 2026-02-30
  }
}
