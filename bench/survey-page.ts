import { closedLoop } from './load.js';
import type { Measure } from './measure.js';
import { onFreshPlatform } from './platform.js';
import { wireOf } from './prepared-request.js';
import { RawClient } from './raw-client.js';
import { servedProcess, started, type ServedProcess } from './served-process.js';
import { surveyWorld } from './survey-world.js';
import { figuresOf, inTurns, type Work } from './turns.js';

const clients = 32;
const aim = { ratio: 0.5, p99: 50 } as const;

/** The first page of a survey from one process of the API, against a bare Fastify that says hello, each asked by as many. */
export async function measureSurveyPage(): Promise<Measure[]> {
  process.env['NUJOOM_SECRET'] ??= 'the secret of a bench, the same for its processes';
  return [
    await onFreshPlatform(async ({ rooms, folder, url }) => {
      const { code } = await surveyWorld(rooms);
      const api = await servedProcess(url, folder);
      const hello = await started('dist/bench/hello.js', {});
      try {
        const watched = { api: api.pid, database: hello.pid };
        const told = await inTurns(
          { ours: await asking(api, `/s/${code}?language=ar`), bare: await asking(hello, '/') },
          watched,
        );
        const half = await asking(api, `/s/${code}?language=ar`, clients / 2);
        const { times } = await half(4);
        const p99 = times[Math.floor(0.99 * times.length)] ?? NaN;
        const ratio = told.ours.rate / told.bare.rate;
        return {
          name: `the first page of a survey, ${clients} clients, one process of the API`,
          figures: { ...figuresOf('pages', told.ours, told.bare), 'ms p99 with half as many clients': p99 },
          baseline: { what: 'a bare Fastify that says hello', value: told.bare.rate, unit: 'answers/s' },
          ratio,
          aim: `at least ${aim.ratio} of the baseline, p99 under ${aim.p99} ms at half the load`,
          met: ratio >= aim.ratio && p99 < aim.p99,
        };
      } finally {
        await Promise.all([api.stop(), hello.stop()]);
      }
    }),
  ];
}

async function asking({ port }: ServedProcess, path: string, most = clients): Promise<Work> {
  const request = wireOf({ method: 'GET', path, headers: { 'accept-language': 'ar' }, body: Buffer.alloc(0) });
  const all = await Promise.all(Array.from({ length: most }, () => RawClient.to(port)));
  return (seconds) =>
    closedLoop(most, seconds, async (client) => {
      const answer = await all[client]?.ask(request);
      if (answer?.status !== 200) throw new Error(`A page was answered with ${answer?.status}`);
      return true;
    });
}
