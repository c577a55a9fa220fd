import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { contentHash } from '#documents';
import { readInstrument } from '#instruments';
import { AppealDecisions, Appeals, ReleasedVisits, Releases, Reviews, ReviewSheets, VisitAssignments } from '#visits';
import { opened, released } from './reviewing.js';
import { asJson, photo, photoOf, send, shopperOn, submitted } from './submitting.js';
import { smallInstrument } from './small-instrument.js';
import { refusalOf, sentVisit, sheet, VisitRooms } from './visit-rooms.js';

let rooms: VisitRooms;
let noor: Actor;
let [rania, sami, works, health] = [] as unknown as [Actor, Actor, Actor, Actor];
beforeEach(async () => {
  rooms = await VisitRooms.open();
  await rooms.plan();
  noor = await shopperOn(rooms, 'noor');
  [rania, sami, works, health] = (await Promise.all(['rania', 'sami', 'works', 'health'].map((name) => rooms.actor(name)))) as [Actor, Actor, Actor, Actor]; // prettier-ignore
});
afterEach(() => rooms.close());

const objection = { item: 'answers.wait', statement: 'Our tickets say 3 minutes.', evidence: [] };
const decisions = () => rooms.get(AppealDecisions);

describe('the signature of a shopper', () => {
  /** The small instrument with a signature at its end, in place of the planned one. */
  async function signedBy(visit: string): Promise<void> {
    const { sections, ...rest } = smallInstrument;
    const signed = { type: 'signature', code: 'signed', text: { ar: 'وقّع هنا.', en: 'Sign here.' }, weight: 0 };
    const arrival = sections.map((section, at) =>
      at === 0 ? { ...section, items: [...section.items, signed] } : section,
    );
    const { instrument, faults } = readInstrument(asJson({ ...rest, code: 'signed_visit', sections: arrival }));
    if (!instrument) throw new Error(JSON.stringify(faults));
    await rooms.sql(
      `with made as (insert into method_versions (id, kind, code, version, hash, document, published_at)
         values (gen_random_uuid(), 'instrument', 'signed_visit', 1, $2, $3, now()) returning id)
       update visits set instrument_id = made.id from made where visits.id = $1`,
      [visit, contentHash(instrument), JSON.stringify(instrument)],
    );
  }

  it('is no photo for the agency, though it is one for the office', async () => {
    const visit = await rooms.visit({ shopper: 'noor', state: 'assigned' });
    await signedBy(visit);
    const [signature, ticket] = [await photoOf(rooms, noor, 'signature'), await photoOf(rooms, noor, 'ticket')];
    const report = randomUUID();
    await send(rooms, noor, report, {
      ...sentVisit(visit, {
        sheet: sheet({ signed: { value: signature } }),
        photos: [photo(signature), photo(ticket)],
      }),
      instrument: { code: 'signed_visit', version: 1 },
    });
    await rooms.sql("update visits set state = 'checked' where id = $1", [visit]);
    await rooms.get(Reviews).open(rania, visit);
    await rooms.get(Reviews).approve(rania, visit);
    await rooms.get(Releases).release(rania, visit);
    const shown = await rooms.get(ReleasedVisits).read(works, visit);
    expect(shown.photos.map(({ hash }) => hash)).toEqual([ticket]);
    expect(JSON.stringify(shown)).not.toContain(signature);
    const opened = (who: Actor, hash: string) => rooms.get(ReleasedVisits).photo(who, visit, hash);
    expect((await refusalOf(opened(works, signature))).code).toBe('media.unknown');
    // What may be seen is looked for in the folder, where these tests put nothing.
    await expect(opened(works, ticket)).rejects.toThrow(/missing/);
    await expect(opened(rania, signature)).rejects.toThrow(/missing/);
    await expect(opened(noor, signature)).rejects.toThrow(/missing/);
  });
});

describe('a clock that is broken', () => {
  const begun = (at: string) => ({ startedAt: at, finishedAt: at, stamps: { arrival: at, end: at }, places: {} });

  it.each(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-11-23T09:00:00.0000000001Z'])(
    'cannot say %s: no calendar goes on with it',
    async (at) => {
      const visit = await rooms.visit({ shopper: 'noor' });
      const { code, faults = [] } = await refusalOf(send(rooms, noor, randomUUID(), sentVisit(visit, begun(at))));
      expect([code, faults.map(({ where }) => where)]).toEqual([
        'request.invalid',
        ['startedAt', 'finishedAt', 'stamps.arrival', 'stamps.end'],
      ]);
    },
  );

  it.each(['1970-01-01T00:00:00.000Z', '1900-01-01T00:00:00+14:00', '2999-12-31T23:59:59.123456789-12:00'])(
    'may say %s: the visit is reviewed and released, and others are planned beside it',
    async (at) => {
      const { visit } = await released(rooms, noor, rania, begun(at));
      const { visitedOn, stamps } = await rooms.get(ReleasedVisits).read(works, visit);
      expect([visitedOn, stamps.arrival]).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d$/), expect.any(String)]);
      const next = await rooms.visit({ dueFrom: '2027-06-29', dueTo: '2027-07-27' });
      expect(await rooms.get(VisitAssignments).assign(rania, next, { shopper: 'lina' })).toMatchObject({
        state: 'assigned',
      });
    },
  );
});

describe('an id that is taken', () => {
  it('of an edit by a report about another visit is a conflict, and nothing changes', async () => {
    const { report: taken } = await submitted(rooms, noor);
    const { visit, report } = await opened(rooms, noor, rania);
    const editing = rooms
      .get(Reviews)
      .edit(rania, visit, taken, { reason: 'A slip.', sheet: sheet({ wait: { value: 9 } }) });
    expect((await refusalOf(editing)).code).toBe('visit.conflict');
    expect((await rooms.visitWith(visit)).reportId).toBe(report);
  });

  it('of an appeal by one of another agency is a conflict: each is decided by its own', async () => {
    const { visit } = await released(rooms, noor, rania);
    const { visit: other } = await released(rooms, noor, rania, {}, { centre: 'clinic' });
    const id = randomUUID();
    await rooms.get(Appeals).appeal(works, visit, id, objection);
    expect((await refusalOf(rooms.get(Appeals).appeal(health, other, id, objection))).code).toBe('visit.conflict');
    expect((await rooms.visitWith(other)).state).toBe('released');
    expect(await decisions().list('2026', { openOnly: false, after: id })).toEqual([]);
  });

  it('of two appeals at once is kept once', async () => {
    const { visit } = await released(rooms, noor, rania);
    const { visit: other } = await released(rooms, noor, rania, {}, { centre: 'clinic' });
    const id = randomUUID();
    const both = await Promise.allSettled([
      rooms.get(Appeals).appeal(works, visit, id, objection),
      rooms.get(Appeals).appeal(health, other, id, objection),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ code: 'visit.conflict' });
  });
});

describe('a revision', () => {
  it('shows what it changed, however it writes the id of the report that it replaces', async () => {
    const { visit, report } = await opened(rooms, noor, rania);
    await rooms.get(Reviews).return(rania, visit, { reason: 'Look again.', notes: [] });
    const mended = { replaces: report.toUpperCase(), reason: 'Looked again.', sheet: sheet({ wait: { value: 3 } }) };
    await send(rooms, noor, randomUUID(), sentVisit(visit, mended));
    const { revisions } = await rooms.get(ReviewSheets).sheet(visit);
    expect(revisions[0]?.changes.map(({ path }) => path)).toEqual(['answers.wait']);
  });
});

describe('the effect of an appeal', () => {
  it('that is decided is told no more: it is in the figures', async () => {
    const { visit } = await released(rooms, noor, rania);
    const { id } = await rooms.get(Appeals).appeal(works, visit, randomUUID(), objection);
    await decisions().decide(sami, id, { decision: 'voided', reason: 'No.' });
    expect((await refusalOf(decisions().effect(id, { decision: 'voided' }))).code).toBe('visit.appealDecided');
  });
});

describe('the list of released visits', () => {
  it('goes on from none of another agency: when that was released is not told', async () => {
    await released(rooms, noor, rania);
    const { visit: other } = await released(rooms, noor, rania, {}, { centre: 'clinic' });
    const list = (who: Actor, after: string) => rooms.get(ReleasedVisits).list(who, '2026', after);
    expect(await list(works, other)).toEqual([]);
    expect(await list(works, randomUUID())).toEqual([]);
    expect(await list(rania, other)).toHaveLength(1);
  });
});
