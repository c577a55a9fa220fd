import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import {
  AppealDecisions,
  Appeals,
  CycleAppeals,
  ReleasedVisits,
  Releases,
  Reviews,
  ReviewSheets,
  VisitTallies,
} from '#visits';
import { approved, edit, opened, released, tallied } from './reviewing.js';
import { photo, photoOf, shopperOn } from './submitting.js';
import { planDocument, refusalOf, sheet, VisitRooms } from './visit-rooms.js';

let rooms: VisitRooms;
let noor: Actor;
let rania: Actor;
let sami: Actor;
let works: Actor;
let health: Actor;
beforeEach(async () => {
  rooms = await VisitRooms.open();
  await rooms.plan();
  noor = await shopperOn(rooms, 'noor');
  [rania, sami, works, health] = (await Promise.all(['rania', 'sami', 'works', 'health'].map((name) => rooms.actor(name)))) as [Actor, Actor, Actor, Actor]; // prettier-ignore
});
afterEach(() => rooms.close());

const appeals = () => rooms.get(Appeals);
const deciding = () => rooms.get(AppealDecisions);
const objection = (changes = {}) => ({ item: 'answers.wait', statement: 'Our tickets say 3 minutes.', evidence: [], ...changes }); // prettier-ignore
const appealed = async (visit: string, changes = {}) => (await appeals().appeal(works, visit, randomUUID(), objection(changes))).id; // prettier-ignore
const stateOf = async (visit: string) => (await rooms.visitWith(visit)).state;

describe('a released visit', () => {
  it('is shown to its agency alone, from the release on', async () => {
    const { visit } = await approved(rooms, noor, rania);
    const read = (who: Actor) => rooms.get(ReleasedVisits).read(who, visit);
    expect((await refusalOf(read(works))).code).toBe('visit.unknown');
    await rooms.get(Releases).release(rania, visit);
    expect(await read(works)).toMatchObject({ id: visit, state: 'released', centre: { code: 'gate' } });
    expect((await refusalOf(read(health))).code).toBe('visit.unknown');
    expect((await refusalOf(read(noor))).code).toBe('visit.unknown');
    expect(await rooms.get(ReleasedVisits).list(works, '2026', null)).toMatchObject([{ id: visit, appeals: 0 }]);
    expect(await rooms.get(ReleasedVisits).list(health, '2026', null)).toEqual([]);
    expect(await rooms.get(ReleasedVisits).list(rania, '2026', null)).toHaveLength(1);
  });

  it('tells nothing of the shopper, his device, nor where he stood', async () => {
    const hash = await photoOf(rooms, noor, 'ticket');
    const at = '2026-11-23T09:00:41.500+04:00';
    const place = { latitude: 24.45412345, longitude: 54.3773, accuracy: 12, at };
    const { visit } = await released(rooms, noor, rania, {
      stamps: { arrival: at },
      places: { start: place },
      photos: [{ ...photo(hash), takenAt: at, place }],
    });
    const shown = await rooms.get(ReleasedVisits).read(works, visit);
    expect(shown.stamps).toEqual({ arrival: '2026-11-23T05:00:00Z' });
    expect(shown.photos).toEqual([{ hash, takenAt: '2026-11-23T05:00:00Z' }]);
    expect(shown).toMatchObject({ visitedOn: '2026-11-23', corrected: false, sheet: sheet() });
    const text = JSON.stringify(shown);
    const secrets = ['noor', 'rania', noor.accountId, noor.deviceId, '24.45', '54.37', '1.0.0', 'female'];
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('is shown to the agency that took the place of another', async () => {
    const { visit } = await released(rooms, noor, rania);
    await rooms.sql(`insert into agencies (id, code, name_en) values (gen_random_uuid(), 'CITY', 'City');`);
    await rooms.sql(`insert into successions (predecessor_id, successor_id, since) select a.id, b.id, '2026-06-01' from agencies a, agencies b where a.code = 'WORKS' and b.code = 'CITY'`); // prettier-ignore
    await rooms.sql(`insert into accounts (id, name, password_hash, role, agency_id) select gen_random_uuid(), 'city', 'x', 'agency', id from agencies where code = 'CITY'`); // prettier-ignore
    const city = await rooms.actor('city');
    expect((await rooms.get(ReleasedVisits).read(city, visit)).id).toBe(visit);
  });

  it('may be appealed against for as many working days of the agency as the plan says', async () => {
    const day = (date: Date) => date.toLocaleDateString('en-CA', { timeZone: 'Asia/Dubai' });
    const from = new Date();
    const after = (days: number) => day(new Date(from.getTime() + days * 86_400_000));
    await rooms.sql(`insert into agency_calendars (agency_id, weekend, holidays) select id, '{}', array[$1::date] from agencies where code = 'WORKS'`, [after(2)]); // prettier-ignore
    const { visit } = await released(rooms, noor, rania);
    expect((await rooms.visitWith(visit)).appealUntil).toBe(after(11));
    await rooms.sql(`update visits set appeal_until = $2 where id = $1`, [visit, after(-1)]);
    expect(await refusalOf(appealed(visit))).toEqual({ code: 'visit.appealClosed', params: { until: after(-1) } });
  });

  it('is locked after that time', async () => {
    const { visit } = await released(rooms, noor, rania);
    expect((await refusalOf(rooms.get(Releases).lock(rania, visit))).code).toBe('visit.appealOpen');
    await rooms.sql(`update visits set appeal_until = '2026-01-01' where id = $1`, [visit]);
    await rooms.get(Releases).lock(rania, visit);
    expect(await rooms.visitWith(visit)).toMatchObject({ state: 'locked', counted: true });
  });
});

describe('an appeal', () => {
  it('is taken once an item, from the agency of the visit', async () => {
    const { visit } = await released(rooms, noor, rania);
    const id = randomUUID();
    const first = await appeals().appeal(works, visit, id, objection());
    expect(first).toMatchObject({ id, item: 'answers.wait', decision: null });
    expect(await appeals().appeal(works, visit, id, objection())).toEqual(first);
    expect(await stateOf(visit)).toBe('appealed');
    const refusals = [
      [works, id, objection({ statement: 'Other words.' }), 'visit.conflict'],
      [works, randomUUID(), objection(), 'visit.appealTwice'],
      [works, randomUUID(), objection({ item: 'answers.remark' }), 'visit.itemUnknown'],
      [works, randomUUID(), objection({ item: 'wait' }), 'visit.itemUnknown'],
      [works, randomUUID(), objection({ item: 'answers.clean', evidence: ['0'.repeat(64)] }), 'visit.mediaMissing'],
      [health, randomUUID(), objection({ item: 'answers.clean' }), 'visit.unknown'],
      [rania, randomUUID(), objection({ item: 'answers.clean' }), 'visit.unknown'],
    ] as const;
    for (const [who, appeal, sent, code] of refusals) {
      expect((await refusalOf(appeals().appeal(who, visit, appeal, sent))).code).toBe(code);
    }
    const evidence = [await photoOf(rooms, works, 'our camera')];
    await appealed(visit, { item: 'answers.clean', evidence });
    const shown = await rooms.get(ReleasedVisits).read(works, visit);
    expect(shown.appeals.map(({ item }) => item)).toEqual(['answers.wait', 'answers.clean']);
  });

  it('is decided by somebody who had no part in what stands', async () => {
    const { visit } = await opened(rooms, noor, rania);
    await edit(rooms, rania, visit, sheet({ wait: { value: 12 } }));
    await rooms.get(Reviews).approve(sami, visit);
    await rooms.get(Releases).release(sami, visit);
    const appeal = await appealed(visit);
    const decide = (who: Actor) =>
      deciding().decide(who, appeal, { decision: 'upheld', reason: 'The ticket is clear.' });
    expect((await refusalOf(decide(rania))).code).toBe('visit.ownReview');
    expect((await refusalOf(decide(sami))).code).toBe('visit.ownReview');
    const third = await rooms.actor('office');
    expect(await decide(third)).toMatchObject({ decision: 'upheld', reason: 'The ticket is clear.' });
    expect(await decide(third)).toMatchObject({ decision: 'upheld' });
    expect((await refusalOf(deciding().decide(third, appeal, { decision: 'voided', reason: 'No.' }))).code).toBe('visit.appealDecided'); // prettier-ignore
    expect(await stateOf(visit)).toBe('upheld');
    await appealed(visit, { item: 'answers.clean' });
    expect(await stateOf(visit)).toBe('appealed');
  });

  it('shows its effect before it is decided; amended, it is as shown, and the original stays', async () => {
    await approved(rooms, noor, rania, { sheet: sheet({ clean: { value: 'poor' } }) });
    const { visit, report } = await released(rooms, noor, rania);
    const appeal = await appealed(visit);
    const before = await tallied(rooms);
    const shown = await deciding().effect(appeal, { decision: 'amended', answer: { value: 3 } });
    expect(await tallied(rooms)).toEqual(before);
    expect(shown.visit.after).toBeGreaterThan(shown.visit.before ?? 100);
    expect(shown.centre).toMatchObject({ before: { n: 2 }, after: { n: 2 } });
    expect((shown.centre.after.mean ?? 0) - (shown.centre.before.mean ?? 0)).toBeCloseTo(((shown.visit.after ?? 0) - (shown.visit.before ?? 0)) / 2, 5); // prettier-ignore
    const wrong = { decision: 'amended', answer: { value: 'three' }, reason: 'x' };
    expect((await refusalOf(deciding().decide(sami, appeal, wrong))).code).toBe('visit.answersInvalid');
    await deciding().decide(sami, appeal, {
      decision: 'amended',
      answer: { value: 3 },
      reason: 'The camera shows it.',
    });
    expect(await stateOf(visit)).toBe('amended');
    const { revisions, score } = await rooms.get(ReviewSheets).sheet(visit);
    expect(revisions).toMatchObject([
      { revision: 2, by: 'appeal', account: 'sami' },
      { id: report, by: 'shopper' },
    ]);
    expect(score.score).toBe(shown.visit.after);
    expect(await rooms.get(ReleasedVisits).read(works, visit)).toMatchObject({ corrected: true, sheet: { answers: { wait: { value: 3 } } } }); // prettier-ignore
    const mean = Number((await tallied(rooms)).sum) / 2_000_000;
    expect(mean).toBeCloseTo(shown.centre.after.mean ?? 0, 6);
    expect(await rooms.get(VisitTallies).check('2026')).toEqual({ tallies: [], visits: [] });
  });

  it('thrown out, the visit counts no more; the effect says so before', async () => {
    const { visit } = await released(rooms, noor, rania);
    const appeal = await appealed(visit);
    const effect = await deciding().effect(appeal, { decision: 'voided' });
    expect(effect).toMatchObject({ visit: { after: null }, centre: { before: { n: 1 }, after: { mean: null, n: 0 } } });
    await deciding().decide(sami, appeal, { decision: 'voided', reason: 'It was another centre.' });
    expect(await rooms.visitWith(visit)).toMatchObject({ state: 'voided', counted: false });
    expect((await tallied(rooms)).sheets).toBe(0);
  });

  it('decided with others of its visit, the visit waits for the last', async () => {
    const { visit } = await released(rooms, noor, rania);
    const [wait, clean] = [await appealed(visit), await appealed(visit, { item: 'answers.clean' })];
    await deciding().decide(sami, wait, { decision: 'amended', answer: { value: 4 }, reason: 'So it was.' });
    expect(await stateOf(visit)).toBe('underReview');
    await deciding().decide(sami, clean, { decision: 'upheld', reason: 'The photo shows it.' });
    expect(await stateOf(visit)).toBe('amended');
    expect((await rooms.trail(visit)).slice(-4).map(({ to, verb }) => [to, verb])).toEqual([
      ['appealed', 'visit.appeal'],
      ['underReview', 'visit.decide'],
      ['underReview', 'visit.decide'],
      ['amended', 'visit.decide'],
    ]);
    const list = await deciding().list('2026', { openOnly: true, after: null });
    expect(list).toEqual([]);
    expect(await rooms.get(CycleAppeals).statistics('2026')).toMatchObject({
      appeals: 2,
      visits: 1,
      share: { upheld: 0.5, amended: 0.5, voided: 0 },
      medianWorkingDays: 0,
      agencies: [{ agency: 'WORKS', appeals: 2 }],
    });
  });

  it('that is none is unknown', async () => {
    expect((await refusalOf(deciding().effect(randomUUID(), { decision: 'voided' }))).code).toBe('visit.appealUnknown');
    expect((await refusalOf(deciding().decide(sami, randomUUID(), { decision: 'upheld', reason: 'x' }))).code).toBe('visit.appealUnknown'); // prettier-ignore
    expect((await refusalOf(deciding().decide(sami, randomUUID(), { decision: 'upheld' }))).code).toBe(
      'request.invalid',
    );
  });
});

describe('a photo', () => {
  it('is for the office, for the agency once it is released, and for who sent it', async () => {
    await rooms.plan(planDocument());
    const hash = await photoOf(rooms, noor, 'a photo whose file is not there');
    const { visit } = await approved(rooms, noor, rania, { photos: [photo(hash)] });
    const open = async (who: Actor, which = hash) =>
      (await refusalOf(rooms.get(ReleasedVisits).photo(who, visit, which))).code;
    const lina = await shopperOn(rooms, 'lina');
    const other = await photoOf(rooms, noor, 'of no visit');
    // What may be seen is looked for in the store, where it is not; what may not is unknown.
    const seen = async (who: Actor) => {
      try {
        return (await open(who)) !== 'media.unknown';
      } catch {
        return true;
      }
    };
    const who = [rania, noor, works, health, lina];
    expect(await Promise.all(who.map(seen))).toEqual([true, true, false, false, false]);
    await rooms.get(Releases).release(rania, visit);
    expect(await Promise.all(who.map(seen))).toEqual([true, true, true, false, false]);
    expect(await open(rania, other)).toBe('media.unknown');
  });
});
