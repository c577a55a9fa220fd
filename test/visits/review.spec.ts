import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { DeviceWorks, ReviewSheets, Reviews, VisitChecks, VisitTallies } from '#visits';
import { approved, checked, edit, opened, tallied } from './reviewing.js';
import { photo, photoOf, send, shopperOn, submitted } from './submitting.js';
import { refusalOf, sentVisit, sheet, VisitRooms } from './visit-rooms.js';

let rooms: VisitRooms;
let noor: Actor;
let rania: Actor;
let sami: Actor;
beforeAll(async () => {
  rooms = await VisitRooms.open();
  await rooms.plan();
  noor = await shopperOn(rooms, 'noor');
  rania = await rooms.actor('rania');
  sami = await rooms.actor('sami');
});
afterAll(() => rooms.close());

const reviews = () => rooms.get(Reviews);
const sheetOf = (visit: string) => rooms.get(ReviewSheets).sheet(visit);
const stateOf = async (visit: string) => (await rooms.visitWith(visit)).state;

describe('the look that nobody takes', () => {
  it('finds reasons to look, and moves the visit on, once', async () => {
    const far = { latitude: 25.2, longitude: 55.27, accuracy: 10, at: '2026-11-23T09:00:00+04:00' };
    const { visit, report } = await submitted(rooms, noor, { places: { start: far, end: far } });
    await rooms.get(VisitChecks).run({ visit, report });
    expect(await stateOf(visit)).toBe('checked');
    const { findings } = await sheetOf(visit);
    expect(findings).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'outsideFence', report })]));
    await rooms.get(VisitChecks).run({ visit, report });
    expect((await sheetOf(visit)).findings).toEqual(findings);
    expect((await rooms.trail(visit)).map(({ to }) => to)).toEqual(['submitted', 'checked']);
  });

  it('sees a photo that was sent with another visit, and a remark that was written before', async () => {
    const hash = await photoOf(rooms, noor, 'the same hall again');
    const remark = 'The hall was clean and the staff at the counter were friendly and quick to help.';
    const said = { photos: [photo(hash)], sheet: sheet({ remark: { value: remark } }) };
    await checked(rooms, noor, said);
    const { visit } = await checked(rooms, noor, said, { centre: 'clinic' });
    const codes = (await sheetOf(visit)).findings.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['photoSeen', expect.stringMatching(/^comment/)]));
  });

  it('looks again when photos can be compared', async () => {
    const hash = await photoOf(rooms, noor, 'not prepared yet');
    const { report } = await checked(rooms, noor, { photos: [photo(hash)] });
    const again = await rooms.sql<{ payload: object }>(
      `select payload from graphile_worker._private_jobs where payload -> 'reports' -> 0 ->> 'report' = $1 and run_at > now()`,
      [report],
    );
    expect(again).toMatchObject([{ payload: { reports: [{ report }], waited: 1 } }]);
  });

  it('does nothing about a report that was replaced, nor to a visit under review', async () => {
    const { visit, report } = await opened(rooms, noor, rania);
    await rooms.get(VisitChecks).run({ visit, report });
    await rooms.get(VisitChecks).run({ visit, report: randomUUID() });
    await rooms.get(VisitChecks).run({ visit: randomUUID(), report });
    expect(await stateOf(visit)).toBe('inReview');
  });

  it('never keeps a report for itself: one it cannot look at gets a job of its own, and goes on at last', async () => {
    const [good, bad] = [await submitted(rooms, noor), await submitted(rooms, noor)];
    await rooms.sql(`
      create function refuse_bad() returns trigger language plpgsql as $$
      begin
        if new.visit_id = '${bad.visit}' and new.to_state = 'checked' and new.reason is null and exists (
          select from visit_findings where visit_id = new.visit_id and code <> 'checkFailed') then raise exception 'bad'; end if;
        return new;
      end $$;
      create trigger bad before insert on visit_events for each row execute function refuse_bad();`);
    await rooms.get(VisitChecks).work({ reports: [bad, good] });
    expect([await stateOf(good.visit), await stateOf(bad.visit)]).toEqual(['checked', 'submitted']);
    const own = await rooms.sql(
      `select from graphile_worker._private_jobs where payload -> 'reports' -> 0 ->> 'report' = $1 and json_array_length(payload -> 'reports') = 1 and run_at > now()`,
      [bad.report],
    );
    expect(own).toHaveLength(1);
    await expect(rooms.get(VisitChecks).work({ reports: [bad] })).rejects.toThrow('bad');
    await expect(rooms.get(VisitChecks).work({ reports: [bad] }, true)).rejects.toThrow('bad');
    await rooms.sql('drop trigger bad on visit_events');
    expect(await stateOf(bad.visit)).toBe('checked');
    expect((await sheetOf(bad.visit)).findings).toMatchObject([{ code: 'checkFailed' }]);
  });
});

describe('a review', () => {
  it('is opened by one of two who do it at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { visit } = await checked(rooms, noor);
      const opening = [rania, sami].map((who) => reviews().open(who, visit));
      const both = await Promise.allSettled(opening);
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'visit.moveRefused', details: { params: { state: 'inReview', to: 'inReview' } } },
      });
    }
  });

  it('shows the report beside what came before: revisions with what changed, earlier visits, score', async () => {
    const other = await rooms.visit({ centre: 'desk', shopper: 'noor' });
    await send(rooms, noor, randomUUID(), sentVisit(other));
    const { visit, report } = await opened(rooms, noor, rania, {}, { centre: 'desk' });
    const mended = sheet({ wait: { value: 20 } });
    await edit(rooms, rania, visit, mended, 'The ticket says 20.');
    const shown = await sheetOf(visit);
    expect(shown).toMatchObject({
      agency: { code: 'WORKS' },
      centre: { code: 'desk' },
      shopper: 'noor',
      reviewer: 'rania',
      standing: { sheet: mended },
    });
    expect(shown.revisions).toMatchObject([
      {
        revision: 2,
        by: 'office',
        account: 'rania',
        reason: 'The ticket says 20.',
        changes: [{ path: 'answers.wait', before: { value: 7 }, after: { value: 20 } }],
      },
      { id: report, revision: 1, by: 'shopper', account: 'noor', changes: [] },
    ]);
    expect(shown.earlier).toMatchObject([{ id: other, state: 'submitted', sheet: sheet() }]);
    const scoreBefore = shown.earlier[0]?.score.score ?? 0;
    expect(shown.score.score).toBeLessThan(scoreBefore);
    expect(shown.score.sections.map(({ code }) => code)).toEqual(['arrival', 'service']);
  });

  it('is graded, and approved with the grade', async () => {
    const { visit } = await opened(rooms, noor, rania);
    await reviews().grade(rania, visit, 6);
    expect(await rooms.visitWith(visit)).toMatchObject({ grade: 6, state: 'inReview' });
    await reviews().approve(sami, visit);
    expect(await rooms.visitWith(visit)).toMatchObject({ grade: 6, state: 'approved', counted: true, reviewerId: sami.accountId }); // prettier-ignore
  });

  it('edits under one id once, only with a reason, only answers that fit, only while it is open', async () => {
    const { visit } = await opened(rooms, noor, rania);
    const id = randomUUID();
    const document = { reason: 'A slip.', sheet: sheet({ clean: { value: 'fair' } }) };
    await reviews().edit(rania, visit, id, document);
    await reviews().edit(rania, visit, id, document);
    expect((await sheetOf(visit)).revisions).toHaveLength(2);
    const other = { ...document, sheet: sheet({ clean: { value: 'poor' } }) };
    expect(await refusalOf(reviews().edit(rania, visit, id, other))).toEqual({ code: 'visit.conflict' });
    expect((await refusalOf(reviews().edit(rania, visit, randomUUID(), { sheet: sheet() }))).code).toBe(
      'request.invalid',
    );
    const wrong = { reason: 'x', sheet: sheet({ clean: { value: 'spotless' } }) };
    expect(await refusalOf(reviews().edit(rania, visit, randomUUID(), wrong))).toMatchObject({
      code: 'visit.answersInvalid',
      faults: [{ where: 'answers.clean' }],
    });
    await reviews().approve(rania, visit);
    expect((await refusalOf(edit(rooms, rania, visit, sheet()))).code).toBe('visit.moveRefused');
  });

  it('sends back with notes at items, to the device; the mended report is reviewed anew and counts', async () => {
    const { visit, report } = await opened(rooms, noor, rania);
    const notes = [
      { item: 'answers.wait', note: 'Is this from the ticket?' },
      { item: null, note: 'Thank you.' },
    ];
    const unknown = [{ item: 'answers.unheard', note: '?' }];
    expect((await refusalOf(reviews().return(rania, visit, { reason: 'x', notes: unknown }))).code).toBe(
      'visit.itemUnknown',
    );
    expect((await refusalOf(reviews().return(rania, visit, { reason: ' ', notes }))).code).toBe('visit.reasonNeeded');
    await reviews().return(rania, visit, { reason: 'The wait is not clear.', notes });
    const work = await rooms.get(DeviceWorks).of(noor);
    expect(work.assignments.find(({ id }) => id === visit)).toMatchObject({
      state: 'returned',
      returned: { report, reason: 'The wait is not clear.', notes, sent: sentVisit(visit) },
    });
    const before = await tallied(rooms);
    const second = randomUUID();
    const changes = { replaces: report, reason: 'It was nine.', sheet: sheet({ wait: { value: 9 } }) };
    await send(rooms, noor, second, sentVisit(visit, changes));
    await rooms.get(VisitChecks).run({ visit, report: second });
    await reviews().open(sami, visit);
    await reviews().approve(sami, visit);
    expect((await tallied(rooms)).sheets).toBe(before.sheets + 1);
    expect(await rooms.get(VisitTallies).check('2026')).toEqual({ tallies: [], visits: [] });
  });

  it('reopened, or voided, a visit counts no more', async () => {
    const before = await tallied(rooms);
    const { visit } = await approved(rooms, noor, rania);
    expect((await tallied(rooms)).sheets).toBe(before.sheets + 1);
    await reviews().reopen(rania, visit, 'Looked at once more.');
    expect(await tallied(rooms)).toEqual(before);
    await reviews().approve(rania, visit);
    await reviews().reopen(rania, visit, 'And once more.');
    await reviews().void(rania, visit, 'The centre was closed.');
    expect(await tallied(rooms)).toEqual(before);
    expect(await rooms.visitWith(visit)).toMatchObject({ state: 'voided', counted: false });
  });

  it('needs somebody who answers for it, and a visit', async () => {
    const { visit } = await checked(rooms, noor);
    const nobody = Object.assign(Object.create(Object.getPrototypeOf(rania) as object) as Actor, {
      ...rania,
      accountId: null,
    });
    expect((await refusalOf(reviews().open(nobody, visit))).code).toBe('access.signInNeeded');
    expect((await refusalOf(reviews().open(rania, randomUUID()))).code).toBe('visit.unknown');
    expect((await refusalOf(sheetOf(randomUUID()))).code).toBe('visit.unknown');
  });

  it('is found in the queue, the oldest report first, page by page', async () => {
    const own = await VisitRooms.open();
    await own.plan();
    const shopper = await shopperOn(own, 'noor');
    const ids: string[] = [];
    for (let at = 0; at < 3; at += 1) ids.push((await checked(own, shopper)).visit);
    const choice = { states: ['checked'] as const, after: null };
    const queue = await own.get(ReviewSheets).queue('2026', choice);
    expect(queue.map(({ id }) => id)).toEqual(ids);
    expect(queue[0]).toMatchObject({ state: 'checked', centre: 'gate', agency: 'WORKS', shopper: 'noor', reviewer: null, revision: 1 }); // prettier-ignore
    const rest = await own.get(ReviewSheets).queue('2026', { ...choice, after: ids[0] ?? null });
    expect(rest.map(({ id }) => id)).toEqual(ids.slice(1));
    await own.close();
  });
});
