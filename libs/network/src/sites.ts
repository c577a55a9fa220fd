import { Injectable } from '@nestjs/common';
import { Problem } from '#contract';
import { Database } from '#database';
import { centreOf, listCentres } from './centre.queries.js';
import { areStretches, stretchesIn, weekdayNames, type CentreHours, type OpenStretch } from './opening-hours.js';
import { readRegister, type RegisterRow } from './register-row.js';
import { findSite, keepSites, type CentreSite, type Site } from './site.queries.js';

const columns = ['centre', 'latitude', 'longitude', ...weekdayNames];

/** Where centres are and when they are open. */
@Injectable()
export class Sites {
  constructor(private readonly database: Database) {}

  /** The site of a centre; all of it null when nothing is known. Refuses with `centre.unknown`. */
  find(centre: string): Promise<Site> {
    return this.database.read(async (db) => {
      const { id } = await centreOf(db, centre);
      return (await findSite(db, id)) ?? { latitude: null, longitude: null, hours: null };
    });
  }

  /** Says where a centre is and when it is open. Refuses with `centre.unknown`, and `request.invalid` for impossible hours. */
  keep(centre: string, site: Site): Promise<Site> {
    const wrong = weekdayNames.find((day) => !areStretches(site.hours?.[day] ?? []));
    if (wrong) throw invalid(`hours.${wrong}`, '07:30-14:30');
    if ((site.latitude === null) !== (site.longitude === null)) {
      throw invalid(site.latitude === null ? 'latitude' : 'longitude', '-90–90, -180–180');
    }
    return this.database.transaction(async (db) => {
      await centreOf(db, centre);
      await keepSites(db, [{ centre, ...site }]);
      return site;
    });
  }

  /**
   * Takes sites from a table with the columns centre, latitude, longitude and one a weekday (`07:30-12:00;16:00-20:00`; empty:
   * closed; all empty: hours not known); all rows or none. @returns how many
   */
  async import(file: string): Promise<number> {
    const codes = new Set((await this.database.read(listCentres)).map(({ code }) => code));
    const sites = await readRegister(file, columns, 'centre', (row) => siteIn(row, codes));
    await this.database.transaction((db) => keepSites(db, sites));
    return sites.length;
  }
}

function siteIn(row: RegisterRow, codes: ReadonlySet<string>): CentreSite {
  const centre = row.known('centre', codes);
  const [latitude, longitude] = [row.number('latitude', -90, 90), row.number('longitude', -180, 180)];
  const stands = (column: string) => row.text(column) !== null;
  if (!stands('latitude') && stands('longitude')) row.fault('latitude', 'missing');
  if (stands('latitude') && !stands('longitude')) row.fault('longitude', 'missing');
  return { centre, latitude, longitude, hours: hoursIn(row) };
}

function hoursIn(row: RegisterRow): CentreHours | null {
  const days = weekdayNames.map((day): [string, readonly OpenStretch[]] => {
    const stretches = stretchesIn(row.text(day) ?? '');
    if (!stretches) row.fault(day, 'invalid', { expected: '07:30-12:00;16:00-20:00' });
    return [day, stretches ?? []];
  });
  if (days.every(([, stretches]) => stretches.length === 0)) return null;
  return Object.fromEntries(days);
}

function invalid(where: string, expected: string): Problem {
  return new Problem('request.invalid', { faults: [{ where, reason: 'invalid', params: { expected } }] });
}
