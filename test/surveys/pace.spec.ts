import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PlatformSecret, visitor } from '#access';
import { CampaignRules } from '#campaigns';
import { Problem, type ProblemCode } from '#contract';
import { Database, DatabaseModule } from '#database';
import { SettingsModule, settingsFrom } from '#settings';
import { Errands, Responses, SharedPace, SurveysModule, Watch, WrongCodes, type SurveyPlace } from '#surveys';
import { chanceOf } from '../drills/kept.js';
import { until } from '../start/processes.js';
import { campaignDocument, sentResponse, sharedRooms } from './survey-rooms.js';

/** S-14: two processes on one database hold one limit together, to 10 %, whichever a response comes to. Time is a number here. */
const held = sharedRooms({ NUJOOM_SECRET: 'the same secret for both of the processes' });
beforeEach(() => held.rooms.sql('truncate survey_pace'));
const processes: INestApplicationContext[] = [];
afterEach(async () => {
  for (const one of processes.splice(0)) await one.close();
});

async function another(): Promise<INestApplicationContext> {
  const settings = settingsFrom({ NUJOOM_HOME: held.rooms.home, NUJOOM_SECRET: 'the same secret for both of the processes' }); // prettier-ignore
  const app = await NestFactory.createApplicationContext(
    {
      module: class Platform {},
      imports: [SettingsModule.of(settings), DatabaseModule.at(held.rooms.url), SurveysModule],
    },
    { logger: ['error'] },
  );
  processes.push(app);
  return app;
}

/** What a process remembers of the pace, whose time is that of the test. */
interface Timeless {
  readonly watch: Watch;
  readonly guard: WrongCodes;
  readonly pace: SharedPace;
}

function timeless(): Timeless {
  const secret = held.rooms.get(PlatformSecret);
  const [watch, guard] = [new Watch(secret), new WrongCodes(secret)];
  return { watch, guard, pace: new SharedPace(held.rooms.get(Database), watch, guard) };
}

const start = Date.parse('2026-06-01T08:00:00Z');
const perNetwork = 60;
const document = campaignDocument({ guard: { perNetwork, perPlace: 200 } });
delete document['places'];
const place = { n: 1, campaignId: 'happiness', campaign: CampaignRules.parse(document) } as unknown as SurveyPlace;

async function look({ watch }: Timeless, at: number, address: string): Promise<readonly string[]> {
  const id = randomUUID();
  const stamp = await watch.stamp({ response: id, code: 'code', at: at - 60_000 });
  const { suspicions } = await watch.look({ place, way: 'link', id, sent: sentResponse('code', { stamp }), address }, at); // prettier-ignore
  return suspicions;
}

/** How responses come, and how often their processes tell each other. */
interface Coming {
  /** Between two responses, in ms. */
  readonly every: number;
  /** When counts are exchanged: each second and when it is urgent, as the platform does, or never. */
  readonly isExchanged: boolean;
}

/** 240 responses from one network, to the processes by chance. @returns how many were not suspected for it */
async function passing(among: readonly Timeless[], { every, isExchanged }: Coming): Promise<number> {
  const chance = chanceOf(14);
  let [passed, told] = [0, start];
  for (let n = 0; n < 240; n++) {
    const at = start + n * every;
    const process = among[Math.floor(chance() * among.length)];
    if (process && !(await look(process, at, `203.0.113.${n % 200}`)).includes('network')) passed += 1;
    const urgent = among.filter(({ watch }) => watch.shared.filter(({ counts }) => counts.takeUrgency()).length > 0);
    const isDue = at - told >= 1_000;
    if (isDue) told = at;
    if (isExchanged) for (const { pace } of isDue ? among : urgent) await pace.exchange(at);
  }
  return passed;
}

describe('the limit of a network', () => {
  it.each([7_500, 200, 50])('holds for two processes together, with one response every %i ms', async (every) => {
    const passed = await passing([timeless(), timeless()], { every, isExchanged: true });
    expect(Math.abs(passed - perNetwork)).toBeLessThanOrEqual(perNetwork / 10);
  });

  it('is twice as high where they do not tell each other (the control)', async () => {
    expect(await passing([timeless(), timeless()], { every: 7_500, isExchanged: false })).toBe(2 * perNetwork);
  });

  it('holds in memory while the table is away, and for both again after', async () => {
    const [one, other] = [timeless(), timeless()];
    await held.rooms.sql('alter table survey_pace rename to away');
    for (let n = 0; n < 70; n++) {
      const suspicions = await look(one, start + n, '203.0.113.9');
      expect(suspicions.includes('network')).toBe(n >= perNetwork);
      await one.pace.exchange(start + n);
    }
    await held.rooms.sql('alter table away rename to survey_pace');
    await one.pace.exchange(start + 100);
    await other.pace.exchange(start + 100);
    expect(await look(other, start + 101, '203.0.113.9')).toContain('network');
  });

  it('of a process that was started again goes on where it was', async () => {
    const one = timeless();
    for (let n = 0; n < perNetwork; n++) await look(one, start + n, '203.0.113.9');
    await one.pace.exchange(start + 100);
    const again = timeless();
    await again.pace.exchange(start + 200);
    expect(await look(again, start + 201, '203.0.113.9')).toContain('network');
    expect(await look(again, start + 201, '198.51.100.1')).not.toContain('network');
  });
});

describe('wrong codes', () => {
  /** Names so many that lead nowhere. @returns what the last of them was told */
  async function guess({ guard }: Timeless, times: number, address = '203.0.113.9'): Promise<ProblemCode | null> {
    let told: ProblemCode | null = null;
    const wrong = () => Promise.reject(new Problem('response.wayUnknown'));
    for (let n = 0; n < times; n++) await guard.hold(address, wrong).catch((problem: Problem) => (told = problem.code));
    return told;
  }

  it('are counted by two processes together', async () => {
    const [one, other] = [timeless(), timeless()];
    expect([await guess(one, 40), await guess(other, 40)]).toEqual(['response.wayUnknown', 'response.wayUnknown']);
    expect([await guess(one, 1), await guess(other, 1)]).toEqual(['response.wayUnknown', 'response.wayUnknown']); // the control
    for (const { pace } of [one, other, one]) await pace.exchange();
    expect([await guess(one, 1), await guess(other, 1)]).toEqual(['access.slowDown', 'access.slowDown']);
    expect(await guess(other, 1, '198.51.100.1')).toBe('response.wayUnknown');
  });

  it('of one network are told to others as a hash, and not at all where it named one', async () => {
    const one = timeless();
    await guess(one, 2);
    await guess(one, 1, '198.51.100.77');
    await one.pace.exchange();
    const rows = await held.rooms.sql('select kind, key, n from survey_pace order by kind');
    expect(rows).toEqual([
      { kind: 'allWrong', key: '', n: 3 },
      { kind: 'wrong', key: expect.stringMatching(/^[\w+/]{16}$/) as string, n: 2 },
    ]);
  });

  it('from ever new networks fill no table: beyond the limit of all, networks are not told apart', async () => {
    const one = timeless();
    for (let n = 0; n < 4_000; n++) await guess(one, 2, `10.${n >> 8}.${n & 255}.1`);
    for (let n = 0; n < 9; n++) await one.pace.exchange();
    const [row] = await held.rooms.sql<{ n: number }>(
      `select count(*)::int as n from survey_pace where kind = 'wrong'`,
    );
    expect(row?.n).toBeLessThan(3_100);
    expect(await guess(one, 1, '198.51.100.1')).toBe('access.slowDown');
  });

  it('are told by a process that no answer comes to', async () => {
    const [one, other] = [await another(), await another()].map((app) => app.get(WrongCodes, { strict: false }));
    if (!one || !other) throw new Error('there are two');
    await guess({ ...timeless(), guard: other }, 1);
    await guess({ ...timeless(), guard: one }, 58);
    const all = other.shared.find(({ kind }) => kind === 'allWrong');
    await until(() => (all?.counts.count('', Date.now()) ?? 0) > 50);
    expect(await guess({ ...timeless(), guard: other }, 5)).toBe('access.slowDown');
  });
});

describe('what processes tell each other', () => {
  it('has no address, and nothing of a network that came once', async () => {
    const one = timeless();
    await look(one, start, '203.0.113.9');
    await look(one, start, '198.51.100.77');
    await look(one, start, '198.51.100.78');
    await one.pace.exchange(start);
    const rows = await held.rooms.sql<{ key: string }>(`select key, n from survey_pace where kind = 'network'`);
    expect(rows).toEqual([{ key: expect.stringMatching(/^happiness [\w+/]{16}$/) as string, n: 2 }]);
    const dump = JSON.stringify(await held.rooms.sql('select * from survey_pace'));
    expect(dump).not.toMatch(/198\.51|203\.0/);
  });

  it('is another hash on another day, and gone within two hours', async () => {
    const one = timeless();
    const told = () => held.rooms.sql<{ key: string }>(`select key from survey_pace where kind = 'network'`);
    const keys: string[] = [];
    for (const at of [start, start + 86_400_000]) {
      for (let n = 0; n < 2; n++) await look(one, at, '203.0.113.9');
      await one.pace.exchange(at);
      keys.push(...(await told()).map(({ key }) => key));
    }
    expect(new Set(keys).size).toBe(2);
    expect(keys).toHaveLength(2);
    await held.rooms.get(Errands).run(new Date(start + 86_400_000 + 7_080_000));
    expect(await told()).toEqual([]);
  });

  it('is bounded: a thousand networks are told by and by, the most frequent first', async () => {
    const one = timeless();
    for (let n = 0; n < 600; n++) {
      for (let times = 0; times < (n === 599 ? 5 : 2); times++) await look(one, start, `10.${n >> 8}.${n & 255}.1`);
    }
    const { pace } = one;
    const told = () =>
      held.rooms.sql<{ n: number }>(`select n from survey_pace where kind = 'network' order by n desc`);
    await pace.exchange(start);
    expect([(await told()).length, (await told())[0]?.n]).toEqual([500, 5]);
    await pace.exchange(start);
    expect(await told()).toHaveLength(600);
  });
});

it('two platforms agree that a campaign is under attack, by themselves', async () => {
  const [one, other] = [await another(), await another()];
  const n = await held.rooms.place();
  const code = await held.rooms.code(n, 'link');
  const submit = (to: INestApplicationContext) =>
    to.get(Responses, { strict: false }).submit(visitor, { id: randomUUID(), sent: sentResponse(code), address: '192.0.2.1' }); // prettier-ignore
  const bits = (of: INestApplicationContext) => of.get(Responses, { strict: false }).workBits({ ...place, campaignId: campaign }); // prettier-ignore
  const [row] = await held.rooms.sql<{ id: string }>(`select id from campaigns where code = 'happiness'`);
  const campaign = row?.id ?? '';
  await submit(other);
  for (let times = 0; times < 12; times++) await submit(one);
  expect(bits(one)).toBeGreaterThan(0);
  await until(() => bits(other) > 0);
  expect(bits(other)).toBe(bits(one));
});
