import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { DataSource } from 'typeorm';
import { Database } from '#database';
import { Fold } from '#surveys';
import { keepFolding } from '../apps/worker/src/folding.js';
import { timed, type Measure } from './measure.js';
import type { RebuildReport } from './rebuild-process.js';
import { onFreshPlatform } from './platform.js';
import { manyCentres, storeMany, talliedCampaign } from './tallied-world.js';

/** Responses that are generated; ten million with NUJOOM_BENCH_RESPONSES=10000000 (about 15 GB of disk). */
const responses = Number(process.env['NUJOOM_BENCH_RESPONSES'] ?? 1_000_000);
/** As many for each as ten million have that are about 50,000 centres. */
const centres = Math.max(500, responses / 200);
/** Of them, so many are folded one slice after the other; the rest is for the rebuild. */
const foldedOneByOne = Math.min(responses, 200_000);

/** What responses come to: folded as they arrive, made anew, against a plain GROUP BY over the same answers. */
export function measureSurveyFold(): Promise<Measure[]> {
  return onFreshPlatform(async ({ rooms, url, folder }) => {
    await rooms.get(Database).check();
    const source = rooms.get(DataSource);
    await source.query(`alter system set max_wal_size = '8GB'`);
    await source.query('select pg_reload_conf()');
    await manyCentres(source, centres);
    await talliedCampaign(source, 'ten', 10, centres);
    await storeMany(source, 'ten', 0, foldedOneByOne);
    await source.query('analyze responses');
    const folding = await timed(() => rooms.get(Fold).drain());
    const visible = await visibleAfter(source, rooms.get(Fold));
    await storeMany(source, 'ten', foldedOneByOne, responses - foldedOneByOne);
    await source.query('vacuum analyze responses');
    return [
      foldMeasure(folding.result, folding.ms),
      visible,
      ...(await measureRebuild(source, { DATABASE_URL: url, NUJOOM_HOME: folder })),
    ];
  });
}

function foldMeasure(folded: number, ms: number): Measure {
  const rate = (1_000 * folded) / ms;
  return {
    name: `folding over ${centres.toLocaleString('en-GB')} centres, ten items`,
    figures: { 'responses/s': rate },
    baseline: { what: 'the least that is asked for', value: 10_000, unit: 'responses/s' },
    ratio: rate / 10_000,
    aim: 'at least 10,000 responses/s',
    met: rate >= 10_000,
  };
}

/** How long after its commit an answer is in the tallies, while batches of answers keep coming. */
async function visibleAfter(source: DataSource, fold: Fold): Promise<Measure> {
  const stop = new AbortController();
  const folding = keepFolding(fold, stop.signal, (reason) => process.stderr.write(`${String(reason)}\n`));
  const counted = async () => {
    const [row] = await source.query<{ n: number }[]>(
      'select coalesce(sum(responses), 0)::int as n from survey_arrivals',
    );
    return row?.n ?? 0;
  };
  const waits: number[] = [];
  let stored = await counted();
  const since = performance.now();
  const committed: { at: number; until: number }[] = [];
  const looking = (async () => {
    while (!stop.signal.aborted || committed.length > 0) {
      const seen = await counted();
      while (committed[0] && committed[0].until <= seen) waits.push(performance.now() - (committed.shift()?.at ?? 0));
      await pause(20);
    }
  })();
  while (performance.now() - since < 10_000) {
    await source.query(oneBatch);
    stored += 200;
    committed.push({ at: performance.now(), until: stored });
    await pause(30);
  }
  const seconds = (performance.now() - since) / 1_000;
  while (committed.length > 0) await pause(50);
  stop.abort();
  await Promise.all([looking, folding]);
  const longest = Math.max(...waits) / 1_000;
  return {
    name: 'an answer is in the tallies',
    figures: { 's after its commit at most': longest, 's half the time': waits.sort((a, b) => a - b)[waits.length >> 1]! / 1_000, 'responses/s meanwhile': (200 * waits.length) / seconds }, // prettier-ignore
    baseline: { what: 'the rhythm of the worker', value: 0.5, unit: 's' },
    ratio: longest / 0.5,
    aim: 'within 2 s',
    met: longest <= 2,
  };
}

const oneBatch = `
  insert into responses (cycle_id, agency_id, id, place_n, way, language, outcome, segment, standing, consent, sheet, contribution,
    marks, received_at)
  select cycle_id, agency_id, gen_random_uuid(), place_n, way, language, outcome, segment, standing, consent, sheet, contribution,
    marks, now() from responses limit 200`;

/** Everything anew, in a process of its own, against the database's own sums of the same answers in narrow rows. */
async function measureRebuild(source: DataSource, env: NodeJS.ProcessEnv): Promise<Measure[]> {
  await source.query(`create table narrow as select place_n as place, outcome, item::smallint, (chosen - 8 * (item - 1))::smallint as answer
    from responses join (select distinct on (contribution) contribution, raised from variants_ten) as filled using (contribution),
      unnest(raised) with ordinality as each (chosen, item)`);
  await source.query('vacuum analyze narrow');
  const grouped = await timed(() =>
    source.query(`select count(*) from (
      select place, outcome, item, count(*) as n, sum(answer) as sum, sum(answer * answer) as squares from narrow group by 1, 2, 3) as it`),
  );
  const rebuild = await rebuilt(env);
  const ratio = grouped.ms / rebuild.ms;
  const baseline = { what: 'GROUP BY over narrow rows of the same answers', value: grouped.ms / 1_000, unit: 's' };
  return [
    {
      name: `${rebuild.responses.toLocaleString('en-GB')} responses of ten items made into tallies anew`,
      figures: { s: rebuild.ms / 1_000, 'responses/s': (1_000 * rebuild.responses) / rebuild.ms },
      baseline,
      ratio,
      aim: 'at least as fast',
      met: ratio >= 1,
    },
    {
      name: 'memory of it',
      figures: { 'MB resident at most': rebuild.resident },
      baseline: { what: 'the most that is asked for', value: 300, unit: 'MB' },
      ratio: rebuild.resident / 300,
      aim: 'under 300 MB',
      met: rebuild.resident < 300,
    },
  ];
}

async function rebuilt(env: NodeJS.ProcessEnv): Promise<RebuildReport> {
  // Streams leave much behind that is young: a small nursery lets go of it sooner.
  const args = ['--max-semi-space-size=4', join(import.meta.dirname, 'rebuild-process.js')];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, ...env } });
  return JSON.parse(stdout) as RebuildReport;
}
