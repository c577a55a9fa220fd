import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { standings } from '#campaigns';
import { Database } from '#database';
import { Fold, moveStanding, Responses, SurveyTallies } from '#surveys';
import { freshRooms, office, refusalOf, sentResponse, type SurveyRooms } from './survey-rooms.js';
import { Session, talliedIn } from './tallied-answers.js';

const held = freshRooms();
const fold = (most?: number) => held.rooms.get(Fold).fold(most);
const check = () => held.rooms.get(SurveyTallies).check('2026');
const isTrue = (responses: number) => ({ responses, tallies: [], wrong: [] });

/** What the tallies are, as they lie there. */
const kept = (rooms: SurveyRooms) =>
  rooms.sql('select * from survey_tallies order by cycle_id, agency_id, place_n, outcome, segment, standing');

const sessions: Session[] = [];
async function session(rooms = held.rooms): Promise<Session> {
  const one = await Session.at(rooms.url);
  sessions.push(one);
  return one;
}
beforeEach(() => void (sessions.length = 0));
afterEach(() => Promise.all(sessions.map((one) => one.close())));

/** A person's decision, as it is made: the row changes and the tallies with it. @returns whether it was folded and has changed */
function decide(rooms: SurveyRooms, id: string, to: number): Promise<boolean> {
  return rooms.get(Database).transaction(async (db) => {
    const [row] = await db.query<{ cycleId: string; agencyId: string; standing: number; isFolded: boolean }[]>(
      `select cycle_id as "cycleId", agency_id as "agencyId", standing,
         (select pg_visible_in_snapshot(seen, folded_to) from survey_fold) as "isFolded" from responses where id = $1 for update`,
      [id],
    );
    if (!row) return false;
    await db.query('update responses set standing = $2 where id = $1', [id, to]);
    await moveStanding(db, { ...row, id }, standings[row.standing]!, standings[to]!);
    return row.isFolded && row.standing !== to;
  });
}

/** The mark can be kept from moving: the transaction breaks off when the tallies are written already. */
const breaking = `
  create table breaking (now boolean); insert into breaking values (false);
  create function break_off() returns trigger language plpgsql as $$ begin
    if (select now from breaking) then raise 'broken'; end if; return new;
  end $$;
  create trigger broken before update on survey_fold for each row execute function break_off()`;

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
    await held.rooms.sql(breaking);
    await held.rooms.sql('update breaking set now = true');
    await expect(fold()).rejects.toThrow('broken');
    expect(await talliedIn(held.rooms)).toEqual([0, 0, 0]);
    await held.rooms.sql('update breaking set now = false');
    expect(await fold()).toBe(3);
  });
});

describe('a folder that is killed', () => {
  it('when all is written and nothing is committed has folded nothing; the next one folds it', async () => {
    const one = await session();
    await one.answer(await held.rooms.place(), 5);
    await one.run('begin; update evidence set version = version + 1');
    const folding = fold().catch((error: Error) => error.message);
    const [pid] = await waitingOn('update evidence');
    await held.rooms.sql('select pg_terminate_backend($1)', [pid]);
    expect(await folding).toEqual(expect.any(String));
    await one.run('rollback');
    expect(await talliedIn(held.rooms)).toEqual([0, 0, 0]);
    expect([await fold(), await fold()]).toEqual([5, 0]);
    expect(await check()).toEqual(isTrue(5));
  });
});

/** The processes of the server that wait for somebody's lock with a statement, as soon as there is one. */
async function waitingOn(statement: string): Promise<number[]> {
  for (;;) {
    const rows = await held.rooms.sql<{ pid: number }>(
      `select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database() and query like $1`,
      [`${statement}%`],
    );
    if (rows.length > 0) return rows.map(({ pid }) => pid);
  }
}

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
  const act = fc.oneof(
    { arbitrary: fc.record({ does: fc.constant('answer' as const), by: fc.nat({ max: 2 }), count: fc.integer({ min: 1, max: 3 }), standing: fc.nat({ max: 1 }), satisfied: fc.constantFrom('happy', 'unhappy', 'neither') }), weight: 5 }, // prettier-ignore
    { arbitrary: fc.record({ does: fc.constant('end' as const), how: fc.constantFrom('commit' as const, 'rollback' as const), by: fc.nat({ max: 2 }) }), weight: 3 }, // prettier-ignore
    { arbitrary: fc.record({ does: fc.constant('begin' as const), by: fc.nat({ max: 2 }) }), weight: 3 },
    { arbitrary: fc.record({ does: fc.constant('decide' as const), which: fc.nat({ max: 25 }), to: fc.nat({ max: 2 }) }), weight: 3 }, // prettier-ignore
    { arbitrary: fc.record({ does: fc.constant('fold' as const), most: fc.integer({ min: 1, max: 6 }) }), weight: 3 },
    { arbitrary: fc.record({ does: fc.constant('cut' as const), most: fc.integer({ min: 1, max: 6 }) }), weight: 2 },
  );

  it('come to what a recount of the answers comes to, and a rebuild, to the last digit', async () => {
    const places = [await held.rooms.place(), await held.rooms.place({ centre: 'clinic' }), await held.rooms.place({ agency: 'WORKS' })]; // prettier-ignore
    const people = await Promise.all([session(), session(), session()]);
    const folder = held.rooms.get(Fold);
    await held.rooms.sql(breaking);
    const cutOff = async (most: number) => {
      await held.rooms.sql('update breaking set now = true');
      await folder.fold(most).catch((error: Error) => expect(error.message).toContain('broken'));
      await held.rooms.sql('update breaking set now = false');
    };
    const written: { id: string; by: number | null }[] = []; // by all histories: what is long folded is decided about too
    let [steps, moved] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 14 }), async (acts) => {
        const open = [false, false, false];
        const end = async (by: number, how: 'commit' | 'rollback') => {
          if (!open[by]) return;
          await people[by]!.run(how);
          open[by] = false;
          for (const one of written) if (one.by === by) one.by = how === 'commit' ? null : -1;
        };
        for (const one of acts) {
          if (one.does === 'answer') {
            const { by, count, standing, satisfied } = one;
            const answers = { overall: { value: satisfied } };
            const ids = await people[by]!.answer(places[(by + count) % 3]!, count, { standing, answers });
            written.push(...ids.map((id) => ({ id, by: open[by] ? by : null })));
          } else if (one.does === 'begin') {
            if (!open[one.by]) await people[one.by]!.run('begin');
            open[one.by] = true;
          } else if (one.does === 'end') await end(one.by, one.how);
          else if (one.does === 'decide') {
            const response = written.at(-1 - one.which);
            if (response?.by === null && (await decide(held.rooms, response.id, one.to))) moved += 1;
          } else if (one.does === 'fold') await folder.fold(one.most);
          else await cutOff(one.most);
          steps += 1;
        }
        for (const by of [0, 1, 2]) await end(by, 'commit');
      }),
      { numRuns: 300 },
    );
    await folder.drain();
    const [{ n } = { n: 0 }] = await held.rooms.sql<{ n: number }>('select count(*)::int as n from responses');
    expect(n).toBeGreaterThan(400);
    expect(steps).toBeGreaterThan(1_000);
    expect(moved).toBeGreaterThan(50);
    expect(await check()).toEqual(isTrue(n));
    const before = await kept(held.rooms);
    expect(await held.rooms.get(SurveyTallies).rebuild(1)).toBe(n);
    expect(await kept(held.rooms)).toEqual(before);
  }, 120_000);
});
