import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import type { SentVisit } from '#fieldwork';
import { Releases, ReleasedVisits, ReportsBeside, Reviews, ReviewSheets, VisitAssignments, VisitChecks, VisitTallies } from '#visits'; // prettier-ignore
import { checked, opened, tallied } from './reviewing.js';
import { photo, photoOf, send, shopperOn } from './submitting.js';
import { freshRooms, office, refusalOf, sentVisit, sheet } from './visit-rooms.js';

const held = freshRooms();
let noor: Actor;
let lina: Actor;
let rania: Actor;
beforeEach(async () => {
  const { rooms } = held;
  await rooms.plan();
  [noor, lina, rania] = await Promise.all([shopperOn(rooms, 'noor'), shopperOn(rooms, 'lina'), rooms.actor('rania')]);
});

const beside = () => held.rooms.get(ReportsBeside);
const admit = (visit: string, shopper = 'noor') => beside().admit(rania, visit, { shopper, reason: 'She was there.' });
const codeOf = async (trying: Promise<unknown>) => (await refusalOf(trying)).code;
const sendAs = (shopper: Actor, visit: string, changes: Partial<SentVisit> = {}, report = randomUUID()) =>
  send(held.rooms, shopper, report, sentVisit(visit, changes));
const stored = (visit: string) =>
  held.rooms.sql<{ revision: number }>('select revision from visit_reports where visit_id = $1 order by 1', [visit]);

/** A visit that noor had, and lina has now. */
async function takenFromNoor(): Promise<string> {
  const { rooms } = held;
  const visit = await rooms.visit({ shopper: 'noor', state: 'accepted' });
  const assignments = rooms.get(VisitAssignments);
  await assignments.withdraw(office, visit, 'She does not answer.');
  await assignments.assign(office, visit, { shopper: 'lina', exception: 'Nobody else is free.' });
  return visit;
}

describe('a report about a visit that somebody else made in the meantime', () => {
  it('is refused, and kept beside the visit once the office lets it in: with its receipt, once, and for nothing else', async () => {
    const { rooms } = held;
    const visit = await takenFromNoor();
    const { receipt: linas } = await sendAs(lina, visit);
    const hash = await photoOf(rooms, noor, 'the ticket of noor');
    const report = randomUUID();
    const sending = () =>
      sendAs(noor, visit, { photos: [photo(hash)], sheet: sheet({ wait: { value: 200 } }) }, report);
    expect(await codeOf(sending())).toBe('visit.unknown');
    await admit(visit);
    const first = await sending();
    expect(first).toMatchObject({
      isNew: true,
      receipt: { id: report, assignment: visit, revision: 0, media: [hash] },
    });
    expect(await sending()).toEqual({ ...first, isNew: false });
    expect(await codeOf(sendAs(noor, visit, { sheet: sheet() }, report))).toBe('visit.conflict');
    expect(await codeOf(sendAs(noor, visit))).toBe('visit.unknown');
    expect(await rooms.visitWith(visit)).toMatchObject({ state: 'submitted', reportId: linas.id, shopperId: lina.accountId }); // prettier-ignore
    expect((await rooms.trail(visit)).slice(-2)).toEqual([
      { to: 'submitted', verb: 'visit.replace', role: 'office', reason: 'She was there.' },
      { to: 'submitted', verb: 'visit.submit', role: 'shopper', reason: null },
    ]);
    const jobs = await rooms.sql<{ about: string }>('select payload::text as about from graphile_worker._private_jobs');
    expect(jobs.map(({ about }) => [about.includes(linas.id), about.includes(report)])).toEqual([[true, false]]);
  });

  it('is seen by its reviewer, counts for nothing, and is hidden from the agency and from who made the visit', async () => {
    const { rooms } = held;
    const visit = await takenFromNoor();
    const hash = await photoOf(rooms, noor, 'the ticket of noor');
    await admit(visit);
    await sendAs(noor, visit, { photos: [photo(hash)], sheet: sheet({ wait: { value: 200 } }) });
    const { receipt } = await sendAs(lina, visit);
    expect(receipt.revision).toBe(1);
    await rooms.get(VisitChecks).run({ visit, report: receipt.id });
    await rooms.get(Reviews).open(rania, visit);
    const shown = await rooms.get(ReviewSheets).sheet(visit);
    expect(shown.revisions.map(({ id, account }) => [id, account])).toEqual([[receipt.id, 'lina']]);
    expect(shown.beside).toMatchObject([
      { account: 'noor', content: { sheet: { answers: { wait: { value: 200 } } } } },
    ]);
    expect(shown.beside[0]?.score).not.toEqual(shown.score);
    expect(await beside().list(visit)).toEqual(shown.beside);
    await rooms.get(Reviews).approve(rania, visit);
    expect((await tallied(rooms)).sheets).toBe(1);
    expect(await rooms.get(VisitTallies).check('2026')).toEqual({ tallies: [], visits: [] });
    await rooms.get(Releases).release(rania, visit);
    const works = await rooms.actor('works');
    const read = await rooms.get(ReleasedVisits).read(works, visit);
    expect(JSON.stringify(read)).not.toContain(hash);
    const photoFor = (who: Actor) => rooms.get(ReleasedVisits).photo(who, visit, hash);
    for (const who of [works, lina]) expect(await codeOf(photoFor(who))).toBe('media.unknown');
    // The office may see it; it is looked for in the folder, where these tests put nothing.
    await expect(photoFor(rania)).rejects.toThrow(/missing/);
  });

  it('uses its admission up: of two at once one is kept, and a second needs another', async () => {
    const visit = await takenFromNoor();
    expect(await codeOf(sendAs(noor, visit))).toBe('visit.unknown'); // from here on the instrument is known: they go in one batch
    await admit(visit);
    await admit(visit);
    const outcomes = await Promise.allSettled([sendAs(noor, visit), sendAs(noor, visit), sendAs(noor, visit)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await admit(visit);
    expect((await sendAs(noor, visit)).receipt.revision).toBe(-1);
    expect(await codeOf(sendAs(noor, visit))).toBe('visit.unknown');
    expect((await sendAs(lina, visit)).receipt.revision).toBe(1);
    expect((await stored(visit)).map(({ revision }) => revision)).toEqual([-1, 0, 1]);
    expect(await codeOf(sendAs(await shopperOn(held.rooms, 'omar'), visit))).toBe('visit.unknown');
  });

  it('is kept only whole: with its photos, of the instrument of the visit', async () => {
    const visit = await takenFromNoor();
    await admit(visit);
    expect(await codeOf(sendAs(noor, visit, { photos: [photo('a'.repeat(64))] }))).toBe('visit.mediaMissing');
    expect(await codeOf(sendAs(noor, visit, { instrument: { code: 'other', version: 1 } }))).toBe(
      'visit.instrumentDiffers',
    );
    expect(await stored(visit)).toEqual([]);
  });
});

describe('a revision that came after its visit was thrown out', () => {
  it('is kept beside it, and what was thrown out stays so', async () => {
    const { rooms } = held;
    const { visit, report } = await opened(rooms, noor, rania);
    await rooms.get(Reviews).return(rania, visit, { reason: 'Say more.', notes: [] });
    await rooms.get(Reviews).void(rania, visit, 'It was another centre.');
    const mended = { replaces: report, reason: 'Here is more.', sheet: sheet({ wait: { value: 9 } }) };
    expect(await codeOf(sendAs(noor, visit, mended))).toBe('visit.moveRefused');
    await admit(visit);
    expect((await sendAs(noor, visit, mended)).receipt).toMatchObject({ revision: 0, late: false });
    expect(await rooms.visitWith(visit)).toMatchObject({ state: 'voided', reportId: report });
    expect(await beside().list(visit)).toMatchObject([{ account: 'noor', content: { reason: 'Here is more.' } }]);
  });
});

describe('nobody is let in', () => {
  it('who can send in the ordinary way, never had the visit, or is no shopper; nor without a reason', async () => {
    const { rooms } = held;
    const visit = await takenFromNoor();
    expect(await codeOf(admit(visit, 'lina'))).toBe('visit.wayOpen');
    expect(await codeOf(admit(visit, 'zayd'))).toBe('visit.notHeld');
    expect(await codeOf(admit(visit, 'viewer'))).toBe('visit.notShopper');
    expect(await codeOf(admit(randomUUID()))).toBe('visit.unknown');
    expect(await codeOf(beside().list(randomUUID()))).toBe('visit.unknown');
    expect(await codeOf(beside().admit(rania, visit, { shopper: 'noor', reason: ' ' }))).toBe('visit.reasonNeeded');
    const { visit: mine } = await checked(rooms, noor);
    await admit(mine); // a second tablet of hers may hold another report about it
    expect((await sendAs(noor, mine)).receipt.revision).toBe(0);
  });
});
