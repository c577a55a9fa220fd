import fc from 'fast-check';
import type { HeldVisit, OpenVisit, Shopper } from '../assignment.js';
import { ruleFaults } from '../rule-faults.js';
import { heldVisit, openVisit, rules, shopper } from '../sample-assignments.js';
import type { AssignmentRules } from '../visit-plan.js';
import { proposeAssignments, type Proposal } from './propose-assignments.js';

const propose = (
  visits: readonly OpenVisit[],
  shoppers: readonly Shopper[],
  history: readonly HeldVisit[] = [],
  own = rules,
) => proposeAssignments(own, visits, shoppers, history, { seed: 1 });
const free: AssignmentRules = { sameCentreDays: 0, shareOfCentre: 1, daysBetween: 0 };
const due = (month: number, from: number, to: number) => ({ from: date(month, from), to: date(month, to) });
const women = (number: number) => Array.from({ length: number }, (_, at) => shopper({ id: `s${at + 1}` }));

describe('proposeAssignments', () => {
  it('gives to whom has least to do', () => {
    const history = ['h1', 'h2'].map((id) => heldVisit({ id, centre: 'c9' }));
    expect(propose([openVisit()], women(2), history).assigned).toEqual([{ visit: 'v1', shopper: 's2' }]);
    const before = history.map((one) => ({ ...one, thisCycle: false }));
    const loads = new Set(Array.from({ length: 20 }, (_, seed) => proposeAssignments(rules, [openVisit()], women(2), before, { seed }).assigned[0]?.shopper)); // prettier-ignore
    expect(loads.size).toBe(2);
  });

  it('moves somebody on when only she can make another visit', () => {
    const visits = [openVisit({ id: 'v1', due: due(3, 2, 6) }), openVisit({ id: 'v2', due: due(4, 13, 17) })];
    const history = [heldVisit({ shopper: 's2', due: due(5, 20, 20) })]; // too near to v2; and s1, with less to do, gets v1 first
    const proposal = propose(visits, women(2), history, { ...rules, sameCentreDays: 60, shareOfCentre: 1 });
    expect(proposal.assigned).toEqual([{ visit: 'v1', shopper: 's2' }, { visit: 'v2', shopper: 's1' }]); // prettier-ignore
  });

  it('tells of what is left open who is nearest, and why not', () => {
    const shoppers = [shopper({ id: 's1', gender: 'male', active: false }), shopper({ id: 's2', languages: ['en'] })];
    expect(propose([openVisit()], shoppers)).toEqual({
      assigned: [],
      open: [{ visit: 'v1', nearest: { shopper: 's2', faults: [{ where: 'shopper', reason: 'ruleLanguage' }] } }],
    });
    expect(propose([openVisit()], []).open).toEqual([{ visit: 'v1', nearest: null }]);
  });

  it('gives the two of a pair to two', () => {
    const visits = ['v1', 'v2'].map((id) => openVisit({ id, pair: 1, due: due(3, 2, 2) }));
    expect(new Set(propose(visits, women(2), [], free).assigned.map(({ shopper }) => shopper)).size).toBe(2);
    expect(propose(visits, women(1), [], free).assigned).toHaveLength(1);
  });

  it('of visits too near to each other makes as many as can be', () => {
    const visits = [due(3, 4, 8), due(3, 1, 5), due(3, 8, 12)].map((days, at) =>
      openVisit({ id: `v${at}`, due: days }),
    );
    expect(propose(visits, women(5)).assigned.map(({ visit }) => visit)).toEqual(['v1', 'v2']);
  });

  it('hands on what others can make to them, once it is seen who has much to do', () => {
    const shoppers = [shopper({ id: 's1' }), shopper({ id: 's2', languages: ['ar'] })];
    const visits = Array.from({ length: 8 }, (_, at) => openVisit({ id: `v${at}`, centre: `c${at}`, language: at < 4 ? 'ar' : 'en' })); // prettier-ignore
    for (let seed = 0; seed < 10; seed++) {
      const { assigned } = proposeAssignments(rules, visits, shoppers, [], { seed });
      expect(assigned.filter((one) => one.shopper === 's2')).toHaveLength(4);
    }
  });

  it('does not give again what is given', () => {
    const history = [heldVisit({ id: 'v1', due: due(3, 2, 6) })];
    expect(propose([openVisit()], women(3), history)).toEqual({ assigned: [], open: [] });
  });

  it('law: nothing that it assigns breaks a rule, everything open breaks one, and order does not matter', () => {
    fc.assert(
      fc.property(smallCase(), ({ visits, shoppers, history, own }) => {
        const proposal = propose(visits, shoppers, history, own);
        const held = heldAfter(visits, proposal, history);
        for (const visit of visits) {
          const giver = proposal.assigned.find((one) => one.visit === visit.id)?.shopper;
          for (const one of shoppers) {
            const faults = ruleFaults(own, { visit, shopper: one }, held);
            if (one.id === giver) expect(faults).toEqual([]);
            if (giver === undefined) expect(faults).not.toEqual([]);
          }
          const open = proposal.open.find((one) => one.visit === visit.id);
          expect((open === undefined) !== (giver === undefined)).toBe(true);
        }
        const turned = propose(visits.toReversed(), shoppers.toReversed(), history.toReversed(), own);
        expect(turned.assigned.toReversed()).toEqual(proposal.assigned);
      }),
      { numRuns: 100 },
    );
  });

  it('finds nearly every full assignment that a search through everything finds', () => {
    let [possible, found] = [0, 0];
    for (const one of fc.sample(smallCase(), { numRuns: 600, seed: 7 })) {
      if (!canAllBeGiven(one.visits, one)) continue;
      possible++;
      if (propose(one.visits, one.shoppers, one.history, one.own).open.length === 0) found++;
    }
    expect(possible).toBeGreaterThan(100);
    expect(found / possible).toBeGreaterThan(0.99);
  });

  it('evens out the loads of many', () => {
    const visits = Array.from({ length: 600 }, (_, at) => openVisit({ id: `v${at}`, centre: `c${at % 150}`, agency: `a${at % 10}`, due: due(1 + 3 * Math.floor(at / 150), 1, 20), language: at % 3 ? 'ar' : 'en', gender: at % 2 ? 'female' : 'male' })); // prettier-ignore
    const shoppers = Array.from({ length: 40 }, (_, at) => shopper({ id: `s${at}`, gender: at % 2 ? 'female' : 'male', languages: at % 5 ? ['ar', 'en'] : ['ar'], agency: `a${at}` })); // prettier-ignore
    const { assigned, open } = propose(visits, shoppers);
    expect(open).toEqual([]);
    const loads = shoppers.map(({ id }) => assigned.filter(({ shopper }) => shopper === id).length);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
  });
});

interface Case {
  readonly visits: readonly OpenVisit[];
  readonly shoppers: readonly Shopper[];
  readonly history: readonly HeldVisit[];
  readonly own: AssignmentRules;
}

/** Few shoppers, two centres, visits that get into each other's way. */
function smallCase(): fc.Arbitrary<Case> {
  const [flag, month] = [fc.boolean(), fc.integer({ min: 1, max: 11 })];
  const second = fc.integer({ min: 0, max: 3 }).map((at) => at === 0); // mostly the first
  const languages = fc.constantFrom<('ar' | 'en')[]>(['ar'], ['en'], ['ar', 'en']);
  const visit = fc.record({ second, month, length: fc.integer({ min: 0, max: 9 }), english: flag, paired: fc.integer({ min: 0, max: 5 }) }); // prettier-ignore
  const person = fc.record({ languages, conflict: fc.integer({ min: 0, max: 3 }) });
  const past = fc.record({ second, month, who: fc.integer({ min: 1, max: 4 }) });
  const limits = fc.record({
    sameCentreDays: fc.constantFrom(0, 40, 70, 100, 180),
    shareOfCentre: fc.constantFrom(0.2, 0.5, 1),
    daysBetween: fc.constantFrom(0, 3, 10),
  });
  return fc
    .tuple(
      fc.array(visit, { minLength: 1, maxLength: 5 }),
      fc.array(person, { maxLength: 4 }),
      fc.array(past, { maxLength: 7 }),
      limits,
    ) // prettier-ignore
    .map(([planned, people, made, own]) => ({
      own,
      visits: planned.flatMap(({ second, month, length, english, paired }, at) => {
        const one = openVisit({ id: `v${at}`, centre: second ? 'c2' : 'c1', due: due(month, 3, 3 + length), language: english ? 'en' : 'ar', ofCentre: 6 }); // prettier-ignore
        return paired > 0 ? [one] : [one, { ...one, id: `v${at}b` }].map((each) => ({ ...each, pair: at }));
      }),
      shoppers: people.map(({ languages, conflict }, at) => shopper({ id: `s${at + 1}`, languages, conflicts: conflict === 0 ? ['a1'] : [] })), // prettier-ignore
      history: made.map(({ second, month, who }, at) => heldVisit({ id: `h${at}`, centre: second ? 'c2' : 'c1', shopper: `s${who}`, due: due(month, 20, 20) })), // prettier-ignore
    }));
}

function canAllBeGiven(
  [visit, ...rest]: readonly OpenVisit[],
  { shoppers, history, own }: Omit<Case, 'visits'>,
): boolean {
  if (!visit) return true;
  return shoppers.some(
    (one) =>
      ruleFaults(own, { visit, shopper: one }, history).length === 0 &&
      canAllBeGiven(rest, { shoppers, own, history: [...history, given(visit, one.id)] }),
  );
}

function heldAfter(visits: readonly OpenVisit[], { assigned }: Proposal, history: readonly HeldVisit[]): HeldVisit[] {
  const byId = new Map(visits.map((visit) => [visit.id, visit]));
  return [...history, ...assigned.map(({ visit, shopper }) => given(byId.get(visit)!, shopper))];
}

function given({ id, centre, due, pair }: OpenVisit, shopper: string): HeldVisit {
  return { id, centre, due, pair, shopper, thisCycle: true };
}

function date(month: number, day: number): string {
  return `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
