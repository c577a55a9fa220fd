import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { closedLoop, percentile } from './load.js';
import type { Measure } from './measure.js';
import { watchMemory } from './memory.js';
import { onFreshPlatform } from './platform.js';
import { PreparedRequest } from './prepared-request.js';
import { RawClient } from './raw-client.js';
import { servedProcess } from './served-process.js';
import { surveyWorld, type SurveyWorld } from './survey-world.js';

const offered = 10_000; // a second
const seconds = 30;
const connections = 1_000;
const tick = 10; // ms

/** What became of all that was offered. */
interface Told {
  stored: number;
  busy: number;
  other: number;
  /** There was no connection left to offer it on: the one before was not answered yet. */
  unsent: number;
}

/**
 * Ten thousand answers of citizens a second for half a minute to one process of the API, far more than it takes: each is
 * answered 201 when it is stored, or 503 with a time to come again; nothing else, nothing twice, in bounded memory; and five
 * seconds later it is as quick as before.
 */
export async function measureOverload(): Promise<Measure[]> {
  process.env['NUJOOM_SECRET'] ??= 'the secret of a bench, the same for its processes';
  return [
    await onFreshPlatform(async ({ rooms, folder, url }) => {
      const world = await surveyWorld(rooms);
      const api = await servedProcess(url, folder);
      try {
        const senders = await Promise.all(Array.from({ length: connections }, () => Sender.to(api.port, world)));
        const calm = await quickness(senders.slice(0, 8));
        const watch = watchMemory(() => [api.pid]);
        const told = await offer(senders);
        const memory = await watch.stop();
        await pause(5_000);
        const after = await quickness(senders.slice(0, 8));
        const acknowledged = told.stored + calm.done + after.done;
        const [row] = await rooms.get(DataSource).query<{ n: number }[]>('select count(*)::int as n from responses');
        return {
          name: `${offered} answers a second offered for ${seconds} s, one process of the API`,
          figures: {
            'stored/s': told.stored / seconds,
            'told to come again/s': told.busy / seconds,
            'answered otherwise': told.other,
            'found no free connection': told.unsent,
            acknowledged: acknowledged,
            'stored in all': row?.n ?? 0,
            'MB at most': memory,
            'ms p99 before': calm.p99,
            'ms p99 five seconds after': after.p99,
          },
          baseline: { what: 'p99 before', value: calm.p99, unit: 'ms' },
          ratio: after.p99 / calm.p99,
          aim: 'only 201 and 503, stored = acknowledged, at most 512 MB, p99 at most twice that before',
          met: told.other === 0 && row?.n === acknowledged && memory <= 512 && after.p99 <= 2 * calm.p99,
        };
      } finally {
        await api.stop();
      }
    }),
  ];
}

class Sender {
  isBusy = false;

  private constructor(
    private readonly connection: RawClient,
    private readonly request: PreparedRequest,
    private readonly world: SurveyWorld,
  ) {}

  static async to(port: number, world: SurveyWorld): Promise<Sender> {
    const { first, text } = world;
    const headers = { 'content-type': 'application/json' };
    const parts = { method: 'PUT', path: `/api/v1/responses/${first.id}`, headers, body: Buffer.from(text) };
    return new Sender(await RawClient.to(port), new PreparedRequest(parts, [first.id, first.stamp]), world);
  }

  async send(): Promise<number> {
    this.isBusy = true;
    const { id, stamp } = this.world.next();
    const { status } = await this.connection.ask(this.request.with([id, stamp]));
    this.isBusy = false;
    return status;
  }
}

async function quickness(senders: readonly Sender[]): Promise<{ done: number; p99: number }> {
  const load = await closedLoop(senders.length, 3, async (client) => (await senders[client]?.send()) === 201);
  return { done: load.done, p99: percentile(load, 0.99) };
}

async function offer(senders: readonly Sender[]): Promise<Told> {
  const told: Told = { stored: 0, busy: 0, other: 0, unsent: 0 };
  const open = new Set<Promise<void>>();
  const since = performance.now();
  for (let sent = 0; performance.now() - since < seconds * 1_000;) {
    const due = Math.floor(((performance.now() - since) / 1_000) * offered);
    const idle = senders.filter(({ isBusy }) => !isBusy);
    for (; sent < due; sent++) {
      const sender = idle.pop();
      if (!sender) told.unsent += 1;
      else
        track(
          open,
          sender.send().then((status) => note(told, status)),
        );
    }
    await pause(tick);
  }
  await Promise.all(open);
  return told;
}

function track(open: Set<Promise<void>>, one: Promise<void>): void {
  open.add(one);
  void one.finally(() => open.delete(one));
}

function note(told: Told, status: number): void {
  if (status === 201) told.stored += 1;
  else if (status === 503) told.busy += 1;
  else told.other += 1;
}
