import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Actor } from '#access';
import { Problem } from '#contract';
import { isCounted } from '#fieldwork';
import { AppealDecisions, Appeals, Releases, Reviews, VisitChecks, VisitTallies } from '#visits';
import { edit, opened } from './reviewing.js';
import { send, shopperOn } from './submitting.js';
import { sentVisit, sheet, VisitRooms } from './visit-rooms.js';

let rooms: VisitRooms;
let noor: Actor;
let rania: Actor;
let sami: Actor;
let works: Actor;
beforeAll(async () => {
  rooms = await VisitRooms.open();
  await rooms.plan();
  noor = await shopperOn(rooms, 'noor');
  [rania, sami, works] = (await Promise.all(['rania', 'sami', 'works'].map((name) => rooms.actor(name)))) as [Actor, Actor, Actor]; // prettier-ignore
});
afterAll(() => rooms.close());

/** What can be tried with a visit; what its state does not allow is refused and changes nothing. */
const acts = ['submit', 'check', 'open', 'edit', 'return', 'approve', 'reopen', 'void', 'release', 'appeal', 'uphold', 'amend', 'throwOut', 'lock'] as const; // prettier-ignore
type Act = (typeof acts)[number];

/** What leads on from where a visit stands. */
const onwards: Readonly<Record<string, Act>> = {
  assigned: 'submit',
  returned: 'submit',
  submitted: 'check',
  checked: 'open',
  inReview: 'approve',
  approved: 'release',
  released: 'appeal',
  appealed: 'amend',
  underReview: 'uphold',
};

const filled = (wait: number) =>
  sheet({ wait: { value: wait }, greeting: wait % 3 === 0 ? { notApplicable: 'self_service' } : { value: 'yes' } });

/** One history of one visit. */
class History {
  private appeal = '';

  constructor(readonly visit: string) {}

  async act(wish: Act | 'onwards', wait: number): Promise<void> {
    const [reviews, releases, deciding] = [rooms.get(Reviews), rooms.get(Releases), rooms.get(AppealDecisions)];
    const { reportId, state } = await rooms.visitWith(this.visit);
    const act = wish === 'onwards' ? (onwards[state] ?? 'lock') : wish;
    const decide = (made: object) =>
      deciding.decide(sami, this.appeal || randomUUID(), { reason: 'So it is.', ...made });
    const does: Record<Act, () => Promise<unknown>> = {
      submit: () => {
        const mends = reportId ? { replaces: reportId, reason: 'Mended.' } : {};
        return send(rooms, noor, randomUUID(), sentVisit(this.visit, { sheet: filled(wait), ...mends }));
      },
      check: () => rooms.get(VisitChecks).run({ visit: this.visit, report: reportId ?? randomUUID() }),
      open: () => reviews.open(rania, this.visit),
      edit: () => edit(rooms, rania, this.visit, filled(wait)),
      return: () => reviews.return(rania, this.visit, { reason: 'Not clear.', notes: [] }),
      approve: () => reviews.approve(rania, this.visit),
      reopen: () => reviews.reopen(rania, this.visit, 'Once more.'),
      void: () => reviews.void(rania, this.visit, 'Closed.'),
      release: () => releases.release(rania, this.visit),
      appeal: async () => {
        const id = randomUUID();
        const items = ['answers.wait', 'answers.clean', 'answers.queue'];
        await rooms
          .get(Appeals)
          .appeal(works, this.visit, id, { item: items[wait % 3] ?? '', statement: 'No.', evidence: [] });
        this.appeal = id;
      },
      uphold: () => decide({ decision: 'upheld' }),
      amend: () => decide({ decision: 'amended', answer: { value: wait } }),
      throwOut: () => decide({ decision: 'voided' }),
      lock: () => releases.lock(rania, this.visit),
    };
    await does[act]().catch((problem: unknown) => {
      if (!(problem instanceof Problem)) throw problem;
    });
  }
}

/** Most steps lead on, so that histories get somewhere. */
const step = fc.record({
  visit: fc.nat({ max: 2 }),
  act: fc.oneof(
    { arbitrary: fc.constant('onwards' as const), weight: 3 },
    { arbitrary: fc.constantFrom(...acts), weight: 2 },
  ),
  wait: fc.integer({ min: 0, max: 30 }),
});

describe('what counts', () => {
  it('is the same, to the last digit, as made anew from the reports: over random histories', async () => {
    let counted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 45 }), async (steps) => {
        const histories = await Promise.all(
          [0, 1, 2].map(async () => new History(await rooms.visit({ shopper: 'noor' }))),
        );
        for (const { visit, act, wait } of steps) await histories[visit]?.act(act, wait);
        for (const { visit } of histories) {
          const { state, counted: isIn } = await rooms.visitWith(visit);
          expect(isIn).toBe(isCounted(state));
          if (isIn) counted += 1;
        }
        expect(await rooms.get(VisitTallies).check('2026')).toEqual({ tallies: [], visits: [] });
      }),
      { numRuns: 12 },
    );
    expect(counted).toBeGreaterThan(5);
  }, 120_000);

  it('is made anew when it was broken, and the checker sees that it was', async () => {
    const { visit } = await opened(rooms, noor, rania);
    await rooms.get(Reviews).approve(rania, visit);
    await rooms.sql(`update visit_tallies set counts[3] = counts[3] + 1, sums[2] = sums[2] + 1`);
    const { tallies } = await rooms.get(VisitTallies).check('2026');
    expect(tallies.length).toBeGreaterThan(0);
    await rooms.sql(`update visits set counted = false where id = $1`, [visit]);
    expect((await rooms.get(VisitTallies).check('2026')).visits).toEqual([visit]);
    await rooms.sql(`update visits set counted = true where id = $1`, [visit]);
    await rooms.get(VisitTallies).rebuild('2026');
    expect(await rooms.get(VisitTallies).check('2026')).toEqual({ tallies: [], visits: [] });
  });

  it('is added exactly once when many are approved at once', async () => {
    const visits = await Promise.all(Array.from({ length: 12 }, () => opened(rooms, noor, rania)));
    await Promise.all(visits.map(({ visit }) => rooms.get(Reviews).approve(rania, visit)));
    await Promise.allSettled(
      visits.flatMap(({ visit }) => [rania, sami].map((who) => rooms.get(Reviews).reopen(who, visit, 'Both at once.'))),
    );
    await Promise.allSettled(
      visits.flatMap(({ visit }) => [rania, sami].map((who) => rooms.get(Reviews).approve(who, visit))),
    );
    expect(await rooms.get(VisitTallies).check('2026')).toEqual({ tallies: [], visits: [] });
  });

  it('says that figures may differ now', async () => {
    const version = async () => (await rooms.sql<{ version: string }>('select version from evidence'))[0]?.version;
    const { visit } = await opened(rooms, noor, rania);
    const before = await version();
    await rooms.get(Reviews).approve(rania, visit);
    expect(await version()).not.toBe(before);
  });
});
