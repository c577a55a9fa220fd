import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Fold, Responses, SurveyTallies } from '#surveys';
import { freshRooms, office, refusalOf, sentResponse } from './survey-rooms.js';
import { decide, foldBroken, kept, letFoldBreak, Session, talliedIn, waitingOn } from './tallied-answers.js';
import { Historian, histories } from './tally-histories.js';

const held = freshRooms();
const fold = (most?: number) => held.rooms.get(Fold).fold(most);
const check = () => held.rooms.get(SurveyTallies).check('2026');
const isTrue = (responses: number) => ({ responses, tallies: [], wrong: [] });

const sessions: Session[] = [];
async function session(rooms = held.rooms): Promise<Session> {
  const one = await Session.at(rooms.url);
  sessions.push(one);
  return one;
}
beforeEach(() => void (sessions.length = 0));
afterEach(() => Promise.all(sessions.map((one) => one.close())));

describe('folding', () => {
  it('adds every response that was stored, once, and says when there is nothing more', async () => {
    const code = await held.rooms.code();
    for (let at = 0; at < 3; at++) {
      const submission = { id: randomUUID(), sent: sentResponse(code, { seconds: 200 }), address: `10.0.${at}.1` };
      await held.rooms.get(Responses).submit(office, submission);
      await held.rooms.get(Responses).submit(office, submission);
    }
    const version = await held.rooms.sql('select version from evidence');
    expect([await fold(), await fold()]).toEqual([3, 0]);
    expect((await talliedIn(held.rooms)).reduce((a, b) => a + b)).toBe(3);
    expect(await check()).toEqual(isTrue(3));
    expect(await held.rooms.sql('select version from evidence')).not.toEqual(version);
  });

  it('passes over nobody whose transaction began earlier and ended later, nor waits for it', async () => {
    const [slow, quick] = [await session(), await session()];
    const place = await held.rooms.place();
    await slow.run('begin');
    await slow.answer(place, 2);
    await quick.answer(place, 3);
    expect([await fold(), await fold()]).toEqual([3, 0]);
    expect(await check()).toEqual(isTrue(3));
    await slow.run('commit');
    expect([await fold(), await fold()]).toEqual([2, 0]);
    expect(await check()).toEqual(isTrue(5));
  });

  it('of everything that is there would lose them: what the mark is for', async () => {
    const [slow, quick] = [await session(), await session()];
    const place = await held.rooms.place();
    let [mark, seen] = ['0', 0];
    const naive = async () => {
      const [row] = await held.rooms.sql<{ n: number; last: string | null }>(
        'select count(*)::int as n, max(seen)::text as last from responses where seen > $1::xid8',
        [mark],
      );
      [mark, seen] = [row?.last ?? mark, seen + (row?.n ?? 0)];
    };
    await slow.run('begin');
    await slow.answer(place, 2);
    await quick.answer(place, 3);
    await naive();
    await slow.run('commit');
    await naive();
    expect(seen).toBe(3);
    expect(await held.rooms.get(Fold).drain()).toBe(5);
  });

  it('takes whole transactions in slices, and forgets what was rolled back', async () => {
    const one = await session();
    const place = await held.rooms.place();
    await one.answer(place, 2);
    await one.answer(place, 5);
    await one.run('begin');
    await one.answer(place, 4);
    await one.run('rollback');
    await one.answer(place, 1);
    expect([await fold(3), await fold(1), await fold(3), await fold(3)]).toEqual([7, 1, 0, 0]);
    expect(await check()).toEqual(isTrue(8));
  });

  it('by several at once counts everything once', async () => {
    const place = await held.rooms.place();
    const writers = await Promise.all([session(), session(), session()]);
    const writing = writers.map(async (writer) => {
      for (let at = 0; at < 30; at++) await writer.answer(place, 1 + (at % 3), { standing: at % 2 });
    });
    const folding = Array.from({ length: 3 }, async () => {
      for (let at = 0; at < 20; at++) await fold(7);
    });
    await Promise.all([...writing, ...folding]);
    await held.rooms.get(Fold).drain();
    expect(await talliedIn(held.rooms)).toEqual([90, 90, 0]);
    expect(await check()).toEqual(isTrue(180));
  });

  it('that breaks off leaves nothing behind', async () => {
    const one = await session();
    await one.answer(await held.rooms.place(), 3);
    await letFoldBreak(held.rooms);
    expect(await foldBroken(held.rooms)).toContain('broken');
    expect(await talliedIn(held.rooms)).toEqual([0, 0, 0]);
    expect(await fold()).toBe(3);
  });
});

describe('a folder that is killed', () => {
  it('when all is written and nothing is committed has folded nothing; the next one folds it', async () => {
    const one = await session();
    await one.answer(await held.rooms.place(), 5);
    await one.run('begin; update evidence set version = version + 1');
    const folding = fold().catch((error: Error) => error.message);
    const [pid] = await waitingOn(held.rooms, 'update evidence');
    await held.rooms.sql('select pg_terminate_backend($1)', [pid]);
    expect(await folding).toEqual(expect.any(String));
    await one.run('rollback');
    expect(await talliedIn(held.rooms)).toEqual([0, 0, 0]);
    expect([await fold(), await fold()]).toEqual([5, 0]);
    expect(await check()).toEqual(isTrue(5));
  });
});

describe('tallies', () => {
  it('that are broken are found by the recount, and made anew', async () => {
    const one = await session();
    await one.answer(await held.rooms.place(), 3);
    const [wrong] = await one.answer(await held.rooms.place({ centre: 'clinic' }), 2);
    await fold();
    const [gate, clinic] = [await held.rooms.place(), await held.rooms.place({ centre: 'clinic' })];
    await held.rooms.sql('update survey_tallies set sums[2] = sums[2] + 1 where place_n = $1', [gate]);
    await held.rooms.sql('delete from survey_tallies where place_n = $1', [clinic]);
    expect([...(await check()).tallies].sort((a, b) => a.place - b.place)).toMatchObject([{ place: gate, kept: 3, recounted: 3 }, { place: clinic, kept: 0, recounted: 2 }].sort((a, b) => a.place - b.place)); // prettier-ignore
    expect(await held.rooms.get(SurveyTallies).rebuild()).toBe(5);
    expect(await check()).toEqual(isTrue(5));
    await held.rooms.sql(
      `alter table responses disable trigger user; update responses set outcome = 'refused' where id = '${wrong}'`,
    );
    expect((await check()).wrong).toEqual([wrong]);
  });

  it('are made anew by themselves on a server that the tables were copied to', async () => {
    const one = await session();
    const place = await held.rooms.place();
    await one.answer(place, 3);
    await fold();
    await one.answer(place, 2);
    await held.rooms
      .sql(`alter table responses disable trigger user; update responses set seen = (seen::text::bigint + 1000000000000)::text::xid8;
      alter table responses enable trigger user; update survey_fold set folded_to = '1900000000000:1900000000000:'`);
    expect([await fold(), await fold()]).toEqual([5, 0]);
    await one.answer(place, 1);
    expect(await fold()).toBe(1);
    expect(await talliedIn(held.rooms)).toEqual([6, 0, 0]);
    expect(await check()).toEqual(isTrue(6));
  });

  it('refuses a cycle that there is not', async () => {
    expect((await refusalOf(held.rooms.get(SurveyTallies).check('1999'))).code).toBe('cycle.unknown');
  });
});

describe('a decision', () => {
  it('moves a folded response, and leaves alone one that is not folded yet', async () => {
    const one = await session();
    const place = await held.rooms.place();
    const [first = '', second = ''] = await one.answer(place, 2, { standing: 1 });
    await fold();
    const [third = ''] = await one.answer(place);
    await decide(held.rooms, first, 0);
    await decide(held.rooms, second, 2);
    await decide(held.rooms, third, 2);
    expect(await talliedIn(held.rooms)).toEqual([1, 0, 1]);
    await fold();
    expect(await talliedIn(held.rooms)).toEqual([1, 0, 2]);
    await decide(held.rooms, third, 0);
    expect(await talliedIn(held.rooms)).toEqual([2, 0, 1]);
    expect(await check()).toEqual(isTrue(3));
  });

  it('that is undecided while others fold is counted as it ends', async () => {
    const one = await session();
    const place = await held.rooms.place();
    const [id = ''] = await one.answer(place);
    const decider = await session();
    await decider.run(
      `begin; select 1 from responses for update; update responses set standing = 2 where id = '${id}'`,
    );
    expect(await fold()).toBe(1);
    await decider.run('rollback');
    await Promise.all([decide(held.rooms, id, 2), fold(), one.answer(place, 4).then(() => fold())]);
    await fold();
    expect(await talliedIn(held.rooms)).toEqual([4, 0, 1]);
    expect(await check()).toEqual(isTrue(5));
  });
});

describe('random histories', () => {
  it('come to what a recount of the answers comes to, and a rebuild, to the last digit', async () => {
    const places = [await held.rooms.place(), await held.rooms.place({ centre: 'clinic' }), await held.rooms.place({ agency: 'WORKS' })]; // prettier-ignore
    const people = await Promise.all([session(), session(), session()]);
    await letFoldBreak(held.rooms);
    const historian = new Historian(held.rooms, people, places);
    await fc.assert(
      fc.asyncProperty(histories, (history) => historian.live(history)),
      { numRuns: 300 },
    );
    await held.rooms.get(Fold).drain();
    const [{ n } = { n: 0 }] = await held.rooms.sql<{ n: number }>('select count(*)::int as n from responses');
    expect(n).toBeGreaterThan(400);
    expect(historian.lived.acts).toBeGreaterThan(1_000);
    expect(historian.lived.moved).toBeGreaterThan(50);
    expect(await check()).toEqual(isTrue(n));
    const before = await kept(held.rooms);
    expect(await held.rooms.get(SurveyTallies).rebuild(1)).toBe(n);
    expect(await kept(held.rooms)).toEqual(before);
  }, 120_000);
});
