import { DataSource } from 'typeorm';
import { median } from '#statistics';
import { closedLoop } from './load.js';
import type { Measure } from './measure.js';
import { watchMemory } from './memory.js';
import { onFreshPlatform } from './platform.js';
import { PreparedRequest } from './prepared-request.js';
import { RawClient } from './raw-client.js';
import { servedProcess, started, type ServedProcess } from './served-process.js';
import { surveyWorld, type SurveyWorld } from './survey-world.js';

/** Answers that are sent, in slices; a million with NUJOOM_BENCH_ANSWERS=1000000 (five minutes or more). */
const answers = Number(process.env['NUJOOM_BENCH_ANSWERS'] ?? 100_000);
const slices = 10;
const clients = 64;

/** The most that the API and the worker hold while answers keep coming: it must not grow with how many came before. */
export function measureSurveyMemory(): Promise<Measure[]> {
  process.env['NUJOOM_SECRET'] ??= 'the secret of a bench, the same for its processes';
  return onFreshPlatform(async ({ rooms, folder, url }) => {
    const world = await surveyWorld(rooms);
    const api = await servedProcess(url, folder);
    const worker = await started('dist/apps/worker/src/main.js', { DATABASE_URL: url, NUJOOM_HOME: folder });
    try {
      const held = await sendAll(world, api, worker);
      const [row] = await rooms
        .get(DataSource)
        .query<{ n: number }[]>('select sum(responses)::int as n from survey_tallies');
      return [measured('the API', held.map(({ api }) => api), row?.n ?? 0), measured('the worker', held.map(({ worker }) => worker), row?.n ?? 0)]; // prettier-ignore
    } finally {
      await worker.stop();
      await api.stop();
    }
  });
}

function measured(process: string, held: readonly number[], folded: number): Measure {
  const [early, late] = [median(held.slice(2, slices / 2 + 1)) ?? NaN, median(held.slice(slices / 2 + 1)) ?? NaN];
  return {
    name: `memory of ${process} over ${answers.toLocaleString('en-GB')} answers of citizens`,
    figures: { 'MB at most': Math.max(...held), 'in the later half': late, 'answers folded meanwhile': folded },
    baseline: { what: 'the most in each tenth of the earlier half, the first two apart', value: early, unit: 'MB' },
    ratio: late / early,
    aim: 'at most a tenth more in the later half',
    met: late <= 1.1 * early,
  };
}

interface Held {
  readonly api: number;
  readonly worker: number;
}

/** @returns the most that each process held while a slice was sent, in MB */
async function sendAll(world: SurveyWorld, api: ServedProcess, worker: ServedProcess): Promise<Held[]> {
  const { first, text } = world;
  const headers = { 'content-type': 'application/json' };
  const parts = { method: 'PUT', path: `/api/v1/responses/${first.id}`, headers, body: Buffer.from(text) };
  const senders = await Promise.all(
    Array.from({ length: clients }, async () => ({
      connection: await RawClient.to(api.port),
      request: new PreparedRequest(parts, [first.id, first.stamp]),
    })),
  );
  const held: Held[] = [];
  for (let slice = 0; slice < slices; slice++) {
    let left = answers / slices;
    const watches = [api, worker].map(({ pid }) => watchMemory(() => [pid]));
    await closedLoop(clients, 600, async (client) => {
      const sender = senders[client];
      if (!sender || --left < 0) return false;
      const { id, stamp } = world.next();
      const { status, body } = await sender.connection.ask(sender.request.with([id, stamp]));
      if (status !== 201) throw new Error(`An answer was answered with ${status}: ${body}`);
      return true;
    });
    const [most = 0, ofWorker = 0] = await Promise.all(watches.map((watch) => watch.stop()));
    held.push({ api: most, worker: ofWorker });
  }
  return held;
}
