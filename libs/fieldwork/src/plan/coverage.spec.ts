import fc from 'fast-check';
import { visitStates } from '../visit/visit-state.js';
import { coverageOf, type CoveredVisit } from './coverage.js';

const grace = { graceHours: 48 };
const visit = (changes: Partial<CoveredVisit> = {}): CoveredVisit => ({ centre: 'c1', wave: 'spring', state: 'planned', dueTo: '2026-03-10', late: false, ...changes }); // prettier-ignore
const nothing = { planned: 0, assigned: 0, done: 0, approved: 0, missing: 0, late: 0, replaced: 0 };

describe('coverageOf', () => {
  it.each<[string, Partial<CoveredVisit>, object]>([
    ['planned, and nobody has it', {}, { planned: 1 }],
    ['accepted', { state: 'accepted' }, { planned: 1, assigned: 1 }],
    ['under way', { state: 'inProgress' }, { planned: 1, assigned: 1 }],
    ['submitted late', { state: 'submitted', late: true }, { planned: 1, assigned: 1, done: 1, late: 1 }],
    ['returned to be mended', { state: 'returned' }, { planned: 1, assigned: 1, done: 1 }],
    ['voided', { state: 'voided' }, { planned: 1, assigned: 1, done: 1 }],
    ['approved', { state: 'approved' }, { planned: 1, assigned: 1, done: 1, approved: 1 }],
    ['locked', { state: 'locked' }, { planned: 1, assigned: 1, done: 1, approved: 1 }],
    ['replaced', { state: 'replaced' }, { replaced: 1 }],
  ])('counts one that is %s', (_, changes, counts) =>
    expect(coverageOf([visit(changes)], '2026-03-01', grace).total).toEqual({ ...nothing, ...counts }),
  );

  it.each([
    ['on the last due day', '2026-03-10', 48, 0],
    ['on the last day of grace', '2026-03-12', 48, 0],
    ['on the day after it', '2026-03-13', 48, 1],
    ['on a day of grace that is begun', '2026-03-12', 25, 0],
    ['after the last due day without grace', '2026-03-11', 0, 1],
  ])('what was not sent is missing %s: %s', (_, today, graceHours, missing) => {
    const total = coverageOf([visit({ state: 'accepted' }), visit({ state: 'submitted' })], today, {
      graceHours,
    }).total;
    expect(total.missing).toBe(missing);
  });

  it('tells centres and waves apart', () => {
    const visits = [visit(), visit({ wave: 'autumn' }), visit({ centre: 'c2', state: 'assigned' }), visit()];
    expect(coverageOf(visits, '2026-03-01', grace).places).toEqual([
      { centre: 'c1', wave: 'spring', ...nothing, planned: 2 },
      { centre: 'c1', wave: 'autumn', ...nothing, planned: 1 },
      { centre: 'c2', wave: 'spring', ...nothing, planned: 1, assigned: 1 },
    ]);
    expect(coverageOf([], '2026-03-01', grace)).toEqual({ total: nothing, places: [] });
  });

  it('law: places add up to the total, and each count holds the next', () => {
    const any = fc.record({
      centre: fc.constantFrom('c1', 'c2'),
      wave: fc.constantFrom('spring', 'autumn'),
      state: fc.constantFrom(...visitStates),
      dueTo: fc.constantFrom('2026-02-01', '2026-04-01'),
      late: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(any), (visits) => {
        const { total, places } = coverageOf(visits, '2026-03-01', grace);
        for (const [name, count] of Object.entries(total)) {
          const parts = places.map((place) => place[name as keyof typeof total]);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(count);
        }
        const chain = [visits.length, total.planned, total.assigned, total.done, total.approved];
        expect(chain).toEqual(chain.toSorted((a, b) => b - a));
        expect(total.missing + total.done + total.replaced).toBeLessThanOrEqual(visits.length);
      }),
    );
  });
});
