import { DataSource } from 'typeorm';
import { Database } from '#database';
import { Figures } from '#results';
import { listSurveyCampaigns, surveyGroups, surveyRows } from '#surveys';
import { timed, type Measure } from './measure.js';
import { onFreshPlatform } from './platform.js';
import { manyCentres, talliedCampaign } from './tallied-world.js';

const centres = 50_000;
const items = 40;

/** The close of a national cycle from its tallies: what 50,000 centres have, read and added up by agency; then all its figures. */
export function measureSurveyClose(): Promise<Measure[]> {
  return onFreshPlatform(async ({ rooms }) => {
    const database = rooms.get(Database);
    await database.check();
    const source = rooms.get(DataSource);
    await manyCentres(source, centres);
    await talliedCampaign(source, 'forty', items, centres);
    await source.query(tallies);
    await source.query('vacuum analyze survey_tallies');
    const close = () =>
      database.read(async (db) => {
        const [{ id = '' } = {}] = await db.query<{ id: string }[]>(`select id from cycles where key = '2026'`);
        const [campaign] = await listSurveyCampaigns(db, { id }, 'customer-happiness');
        return surveyGroups(surveyRows(db, campaign?.id ?? ''), () => []);
      });
    await close();
    const closed = await timed(close);
    const figures = await timed(() => rooms.get(Figures).of('2026'));
    const read = await timed(() => source.query('select sum(cardinality(sums::text::text[])) from survey_tallies'));
    return [
      {
        name: `${centres.toLocaleString('en-GB')} centres × ${items} items closed from their tallies`,
        figures: { s: closed.ms / 1_000, agencies: closed.result.length, 's with all figures': figures.ms / 1_000 },
        baseline: { what: 'the database writes the same sums as text and reads them again', value: read.ms / 1_000, unit: 's' }, // prettier-ignore
        ratio: closed.ms / read.ms,
        aim: 'under 2 s',
        met: closed.ms < 2_000,
      },
    ];
  });
}

/** Two hundred responses about every centre; each place a little different. */
const tallies = `
  insert into survey_tallies (cycle_id, agency_id, place_n, outcome, segment, standing, responses, counts, sums)
  select cycle_id, agency_id, place, 'received', '', 0, 200,
    array(select (40 + (place + at) % 5)::int from generate_series(1, 8 * ${items}) as at),
    array(select case at % 3 when 1 then 200 when 2 then 12500000000 + 25000000 * ((place + at) % 40) else 900000000000000000 end::numeric
      from generate_series(1, 3 * (${items} + 3)) as at)
  from asked_forty`;
