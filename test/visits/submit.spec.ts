import { createHash, randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Actor } from '#access';
import { contentHash } from '#documents';
import { Submissions } from '#visits';
import { asJson, photo, photoOf, send, shopperOn, submitted } from './submitting.js';
import { planDocument, refusalOf, sentVisit, sheet, VisitRooms } from './visit-rooms.js';

let rooms: VisitRooms;
let noor: Actor;
let omar: Actor;
beforeAll(async () => {
  rooms = await VisitRooms.open();
  await rooms.plan();
  noor = await shopperOn(rooms, 'noor');
  omar = await shopperOn(rooms, 'omar');
});
afterAll(() => rooms.close());

const planned = (sketch = {}) => rooms.visit({ shopper: 'noor', ...sketch });
const rowsOf = (table: string, visit: string) =>
  rooms.sql<Record<string, unknown>>(`select * from ${table} where visit_id = $1`, [visit]);

describe('a report', () => {
  it('is stored as it was sent, with a receipt, its move and a job that looks at it', async () => {
    const visit = await planned();
    const report = randomUUID();
    const sent = sentVisit(visit);
    const { receipt, isNew } = await send(rooms, noor, report, sent);
    expect(isNew).toBe(true);
    expect(receipt).toEqual({
      id: report,
      assignment: visit,
      revision: 1,
      hash: contentHash(sent),
      receivedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      late: false,
      media: [],
    });
    expect(await rowsOf('visit_reports', visit)).toMatchObject([
      { id: report, by: 'shopper', content: sent, hash: receipt.hash, device_id: noor.deviceId, late: false },
    ]);
    expect(await rooms.visitWith(visit)).toMatchObject({ state: 'submitted', reportId: report, counted: false });
    expect(await rooms.trail(visit)).toEqual([
      { to: 'submitted', verb: 'visit.submit', role: 'shopper', reason: null },
    ]);
    const jobs = await rooms.sql<{ payload: unknown }>(
      `select payload from graphile_worker._private_jobs where payload -> 'reports' -> 0 ->> 'report' = $1`,
      [report],
    );
    expect(jobs).toEqual([{ payload: { reports: [{ visit, report }] } }]);
  });

  it('is stored once, however often and however at once it is sent: R-3', async () => {
    for (let round = 0; round < 50; round += 1) {
      const visit = await planned();
      const report = randomUUID();
      const sent = sentVisit(visit);
      const answers = await Promise.all(Array.from({ length: 16 }, () => send(rooms, noor, report, sent)));
      expect(new Set(answers.map(({ receipt }) => JSON.stringify(receipt))).size).toBe(1);
      expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
      expect(await rowsOf('visit_reports', visit)).toHaveLength(1);
      expect(await rowsOf('visit_events', visit)).toHaveLength(1);
    }
  });

  it('gives the same receipt again for the same content, whatever the order of its names', async () => {
    const { visit, report } = await submitted(rooms, noor);
    const { receipt } = await send(rooms, noor, report, sentVisit(visit));
    const turned = Object.fromEntries(Object.entries(sentVisit(visit)).reverse());
    const again = await rooms.get(Submissions).submit(noor, report, turned);
    expect(again).toEqual({ receipt, isNew: false });
  });

  it('is refused with other content under the same id, and what was first stays', async () => {
    const { visit, report } = await submitted(rooms, noor);
    const other = sentVisit(visit, { sheet: sheet({ wait: { value: 8 } }) });
    expect(await refusalOf(send(rooms, noor, report, other))).toMatchObject({ code: 'visit.conflict' });
    expect(await rowsOf('visit_reports', visit)).toMatchObject([{ content: sentVisit(visit) }]);
  });

  it('one id for two visits at once: one is stored, the other is a conflict', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [one, other] = [await planned(), await planned()];
      const report = randomUUID();
      const sent = await Promise.allSettled([
        send(rooms, noor, report, sentVisit(one)),
        send(rooms, noor, report, sentVisit(other)),
      ]);
      expect(sent.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect([...(await rowsOf('visit_reports', one)), ...(await rowsOf('visit_reports', other))]).toHaveLength(1);
    }
  });

  it('of somebody else’s visit, of none, and under somebody else’s report answer alike', async () => {
    const { visit, report } = await submitted(rooms, noor);
    const refusals = await Promise.all([
      refusalOf(send(rooms, omar, randomUUID(), sentVisit(visit))),
      refusalOf(send(rooms, omar, randomUUID(), sentVisit(randomUUID()))),
      refusalOf(send(rooms, omar, report, sentVisit(visit))),
    ]);
    expect(refusals).toEqual(refusals.map(() => ({ code: 'visit.unknown' })));
  });

  it('comes from a device only', async () => {
    const visit = await planned();
    const inBrowser = await rooms.actor('noor');
    expect(await refusalOf(send(rooms, inBrowser, randomUUID(), sentVisit(visit)))).toEqual({
      code: 'access.notAllowed',
    });
  });

  it('keeps how far the clock of the device was off, and is not refused for it: R-10', async () => {
    for (const [told, about] of [
      ['1970-01-01T00:00:00Z', -Date.now()],
      ['2099-01-01T00:00:00Z', Date.UTC(2099, 0) - Date.now()],
      ['yesterday', null],
    ] as const) {
      // prettier-ignore
      const visit = await planned();
      await rooms.get(Submissions).submit(noor, randomUUID(), asJson(sentVisit(visit)), told);
      const [{ device_offset_ms: offset } = {}] = await rowsOf('visit_reports', visit);
      if (about === null) expect(offset).toBeNull();
      else expect(Math.abs(Number(offset) - about)).toBeLessThan(60_000);
    }
  });
});

describe('its content', () => {
  it('has every fault told, by item', async () => {
    const visit = await planned();
    const answers = {
      signs: { value: 'maybe' },
      wait: { value: 'long' },
      greeting: { value: 'no' },
      unheard: { value: 1 },
      clean: undefined,
    };
    const refusal = await refusalOf(send(rooms, noor, randomUUID(), sentVisit(visit, { sheet: sheet(answers) })));
    expect(refusal).toMatchObject({ code: 'visit.answersInvalid', params: { count: 5 } });
    expect(refusal.faults?.map(({ where, reason }) => [where, reason])).toEqual(
      expect.arrayContaining([
        ['answers.unheard', 'unknown'],
        ['answers.signs', 'notOneOf'],
        ['answers.clean', 'missing'],
        ['answers.wait', 'notANumber'],
        ['answers.greeting.comment', 'commentNeeded'],
      ]),
    );
    expect(await rowsOf('visit_reports', visit)).toEqual([]);
  });

  it('has the faults of its envelope told by path', async () => {
    const broken = { ...sentVisit(await planned()), startedAt: undefined, photos: [{ hash: 'x' }], more: 1 };
    const refusal = await refusalOf(rooms.get(Submissions).submit(noor, randomUUID(), broken));
    expect(refusal.code).toBe('request.invalid');
    expect(refusal.faults?.map(({ where }) => where)).toEqual(
      expect.arrayContaining(['startedAt', 'photos[0].hash', 'more']),
    );
  });

  it('is of the instrument, and the version of it, that the visit is planned with', async () => {
    const own = await VisitRooms.open();
    await own.plan();
    const shopper = await shopperOn(own, 'noor');
    const visit = await own.visit({ shopper: 'noor' });
    await own.sql(
      `insert into method_versions (id, kind, code, version, hash, document, published_at)
       select gen_random_uuid(), kind, code, given.version, hash, jsonb_set(document, '{version}', to_jsonb(given.version)), published
       from method_versions, (values (2, now()), (3, null)) as given (version, published)`,
    );
    for (const version of [2, 3, 4]) {
      const sent = sentVisit(visit, { instrument: { code: 'small_visit', version } });
      expect(await refusalOf(send(own, shopper, randomUUID(), sent))).toEqual({
        code: 'visit.instrumentDiffers',
        params: { expected: 'small_visit 1', found: `small_visit ${version}` },
      });
    }
    await own.close();
  });

  it('names only photos that are there: every one that is not is told', async () => {
    const visit = await planned();
    const mine = await photoOf(rooms, noor, 'mine');
    const theirs = await photoOf(rooms, omar, 'theirs');
    const nobodys = createHash('sha256').update('nobody’s').digest('hex');
    const report = randomUUID();
    const sent = sentVisit(visit, { photos: [mine, theirs, nobodys].map(photo) });
    expect(await refusalOf(send(rooms, noor, report, sent))).toMatchObject({
      code: 'visit.mediaMissing',
      params: { count: 2 },
      faults: [
        { where: 'photos[1].hash', value: theirs },
        { where: 'photos[2].hash', value: nobodys },
      ],
    });
    await photoOf(rooms, noor, 'theirs');
    await photoOf(rooms, noor, 'nobody’s');
    const { receipt } = await send(rooms, noor, report, sent);
    expect(receipt.media).toEqual([mine, theirs, nobodys]);
    expect((await rowsOf('visit_photos', visit)).map(({ hash }) => hash).sort()).toEqual([...receipt.media].sort());
  });

  it('shows beside answers only photos of the visit', async () => {
    const visit = await planned();
    const hash = await photoOf(rooms, noor, 'beside');
    const shown = sheet({ greeting: { value: 'yes', evidence: [hash] } });
    expect(await refusalOf(send(rooms, noor, randomUUID(), sentVisit(visit, { sheet: shown })))).toMatchObject({
      code: 'visit.answersInvalid',
      faults: [{ where: 'answers.greeting.evidence[0]', reason: 'notAmongPhotos' }],
    });
    const { isNew } = await send(rooms, noor, randomUUID(), sentVisit(visit, { sheet: shown, photos: [photo(hash)] }));
    expect(isNew).toBe(true);
  });
});

describe('a second report', () => {
  const back = (visit: string) => rooms.sql(`update visits set state = 'returned' where id = $1`, [visit]);

  it('names the one it replaces and says why; the first stays', async () => {
    const { visit, report } = await submitted(rooms, noor);
    await back(visit);
    const second = randomUUID();
    const mended = sentVisit(visit, { replaces: report, reason: 'The wait was longer.', sheet: sheet({ wait: { value: 9 } }) }); // prettier-ignore
    const { receipt } = await send(rooms, noor, second, mended);
    expect(receipt).toMatchObject({ revision: 2, late: false });
    expect(await rooms.visitWith(visit)).toMatchObject({ state: 'submitted', reportId: second });
    expect((await rowsOf('visit_reports', visit)).map(({ revision }) => revision).sort()).toEqual([1, 2]);
    await back(visit);
    const third = sentVisit(visit, { replaces: second, reason: 'Again.' });
    expect((await send(rooms, noor, randomUUID(), third)).receipt.revision).toBe(3);
  });

  it.each([
    ['without naming any', {}, { code: 'visit.replacesOther' }],
    ['naming another', { replaces: randomUUID(), reason: 'x' }, { code: 'visit.replacesOther' }],
  ])('is refused %s', async (_, changes, expected) => {
    const { visit, report } = await submitted(rooms, noor);
    await back(visit);
    const refusal = await refusalOf(send(rooms, noor, randomUUID(), sentVisit(visit, changes)));
    expect(refusal).toEqual({ ...expected, params: { standing: report } });
  });

  it('is refused without a reason, and before the visit was sent back', async () => {
    const { visit, report } = await submitted(rooms, noor);
    const again = sentVisit(visit, { replaces: report });
    expect(await refusalOf(send(rooms, noor, randomUUID(), again))).toEqual({
      code: 'visit.moveRefused',
      params: { state: 'submitted', to: 'submitted' },
    });
    await back(visit);
    expect(await refusalOf(send(rooms, noor, randomUUID(), again))).toEqual({ code: 'visit.reasonNeeded' });
  });
});

describe('a report that comes late', () => {
  /** In the time zone of the plan, where the day may be another than here. */
  const dayFromNow = (days: number) => Temporal.Now.plainDateISO('Asia/Dubai').add({ days }).toString();
  const due = (days: number) => planned({ dueFrom: '2026-01-05', dueTo: dayFromNow(days) });

  it('is taken within the grace period and marked', async () => {
    const visit = await due(-2);
    const { receipt } = await send(rooms, noor, randomUUID(), sentVisit(visit));
    expect(receipt.late).toBe(true);
    expect(await rowsOf('visit_reports', visit)).toMatchObject([{ late: true }]);
  });

  it('is refused beyond it, with the day on which it ended; nothing is stored', async () => {
    const visit = await due(-5);
    const refusal = await refusalOf(send(rooms, noor, randomUUID(), sentVisit(visit)));
    expect(refusal.code).toBe('visit.tooLate');
    expect(refusal.params?.['until']).toBe(dayFromNow(-3));
    expect(await rowsOf('visit_reports', visit)).toEqual([]);
  });

  it('is taken after all when the plan gives more time', async () => {
    const visit = await due(-5);
    await rooms.plan(planDocument({ graceHours: 720 }));
    expect((await send(rooms, noor, randomUUID(), sentVisit(visit))).receipt.late).toBe(true);
    await rooms.plan();
  });

  it('is never too late with what was sent back', async () => {
    const { visit, report } = await submitted(rooms, noor);
    await rooms.sql(`update visits set state = 'returned', due_from = '2026-01-05', due_to = '2026-01-06' where id = $1`, [visit]); // prettier-ignore
    const mended = sentVisit(visit, { replaces: report, reason: 'Mended.' });
    expect((await send(rooms, noor, randomUUID(), mended)).receipt).toMatchObject({ revision: 2, late: false });
  });
});

describe('many reports at once', () => {
  it('poison among them fails alone: R-15', async () => {
    const good = await Promise.all(Array.from({ length: 20 }, () => planned()));
    const poisoned = await planned({ scenario: 'poison' });
    await rooms.sql(`
      create function refuse_poison() returns trigger language plpgsql as $$
      begin
        if (select scenario from visits where id = new.visit_id) = 'poison' then raise exception 'poison'; end if;
        return new;
      end $$;
      create trigger poison before insert on visit_reports for each row execute function refuse_poison();`);
    const sent = await Promise.allSettled(
      [...good.slice(0, 10), poisoned, ...good.slice(10)].map((visit) =>
        send(rooms, noor, randomUUID(), sentVisit(visit)),
      ),
    );
    await rooms.sql('drop trigger poison on visit_reports');
    expect(sent.map(({ status }) => status === 'fulfilled')).toEqual([...Array(21).keys()].map((at) => at !== 10));
    expect(await rowsOf('visit_reports', poisoned)).toEqual([]);
    expect(await rooms.visitWith(poisoned)).toMatchObject({ state: 'assigned', reportId: null });
    const { isNew } = await send(rooms, noor, randomUUID(), sentVisit(poisoned));
    expect(isNew).toBe(true);
  });

  it('are all stored when the platform is told to stop', async () => {
    const own = await VisitRooms.open();
    await own.plan();
    const shopper = await shopperOn(own, 'noor');
    const visits = await Promise.all(Array.from({ length: 100 }, () => own.visit({ shopper: 'noor' })));
    await send(own, shopper, randomUUID(), sentVisit(visits[0] ?? ''));
    const sending = visits.slice(1).map((visit) => send(own, shopper, randomUUID(), sentVisit(visit)));
    await new Promise((resolve) => setImmediate(resolve));
    await own.get(Submissions).beforeApplicationShutdown();
    expect((await Promise.allSettled(sending)).filter(({ status }) => status === 'fulfilled')).toHaveLength(99);
    const late = send(own, shopper, randomUUID(), sentVisit(visits[0] ?? ''));
    expect(await refusalOf(late)).toMatchObject({ code: 'visit.busy', retryAfter: 2 });
    await own.close();
  });
});
