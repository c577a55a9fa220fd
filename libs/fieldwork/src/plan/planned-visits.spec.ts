import fc from 'fast-check';
import { plannableDays } from './plannable-days.js';
import { dayNumber } from './days.js';
import type { PlannedVisit } from './planned-visit.js';
import { plannedVisits, unvisitedReason } from './planned-visits.js';
import { sampleCentres, samplePlan } from './sample-plan.js';
import type { VisitPlan } from './visit-plan.js';

const attributes: Record<string, (visit: PlannedVisit) => string> = {
  weekday: ({ weekday }) => weekday,
  hours: ({ hours }) => hours.from,
  service: ({ service }) => String(service),
  language: ({ language }) => language,
  gender: ({ gender }) => gender,
  scenario: ({ scenario }) => scenario,
};
const options: Record<string, number> = { weekday: 5, hours: 3, service: 3, language: 2, gender: 2, scenario: 2 };

/** By how much the counts of an attribute differ, those that never come included. */
function unevenness(visits: readonly PlannedVisit[], attribute: string): number {
  const counts = [...Map.groupBy(visits, attributes[attribute]!).values()].map(({ length }) => length);
  const never = counts.length < options[attribute]! ? 0 : Infinity;
  return Math.max(0, ...counts) - Math.min(never, ...counts);
}

const byCentre = (visits: readonly PlannedVisit[]) => [...Map.groupBy(visits, ({ centre }) => centre).values()];
const gapsOf = (visits: readonly PlannedVisit[]) =>
  visits.slice(1).map(({ due }, at) => dayNumber(due.from) - dayNumber(visits[at]!.due.to));

describe('plannedVisits', () => {
  it('plans so many visits for each centre and wave', () => {
    const plan = samplePlan({ centres: [{ centre: 'c2', visitsPerWave: 5 }, { centre: 'c3', visitsPerWave: 0 }] }); // prettier-ignore
    const visits = plannedVisits(plan, sampleCentres(3), { seed: 1 });
    const counts = Object.entries(Object.groupBy(visits, ({ centre, wave }) => `${centre} ${wave}`));
    expect(counts.map(([place, own]) => [place, own?.length])).toEqual([
      ['c1 spring', 2],
      ['c1 autumn', 2],
      ['c2 spring', 5],
      ['c2 autumn', 5],
    ]);
  });

  it('law: each centre gets everything as often, and so does the programme', () => {
    const numbers = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 12 }), fc.integer(), (visitsPerWave, centres, seed) => {
        const visits = plannedVisits(samplePlan({ visitsPerWave }), sampleCentres(centres), { seed });
        for (const own of [visits, ...byCentre(visits)]) {
          for (const attribute of Object.keys(attributes)) {
            expect(`${attribute} ${unevenness(own, attribute) <= 1}`).toBe(`${attribute} true`);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('law: due days lie in the wave, in order and apart, and hold their weekday', () => {
    const plan = samplePlan({ visitsPerWave: 9, rules: { daysBetween: 4 }, calendar: { holidays: ['2026-03-20', '2026-09-01'] } }); // prettier-ignore
    const visits = plannedVisits(plan, sampleCentres(4), { seed: 5 });
    for (const own of byCentre(visits)) {
      expect(Math.min(...gapsOf(own))).toBeGreaterThanOrEqual(4);
      for (const { due, wave, weekday } of own) {
        const { from, to } = plan.waves.find(({ code }) => code === wave)!;
        expect(from <= due.from && due.from <= due.to && due.to <= to).toBe(true);
        expect(plannableDays(plan, due).map((day) => day.weekday)).toContain(weekday);
      }
    }
  });

  it('keeps visits apart where one wave ends and the next begins', () => {
    const waves = [wave('one', '2026-03-02', '2026-03-15'), wave('two', '2026-03-16', '2026-03-29')];
    const visits = plannedVisits(samplePlan({ waves, visitsPerWave: 1 }), sampleCentres(1), { seed: 1 });
    expect(visits.map(({ due }) => due)).toEqual([
      { from: '2026-03-02', to: '2026-03-13' },
      { from: '2026-03-16', to: '2026-03-27' },
    ]);
    const close = plannedVisits(samplePlan({ waves, visitsPerWave: 1, rules: { daysBetween: 5 } }), sampleCentres(1), { seed: 1 }); // prettier-ignore
    expect(close[1]?.due.from).toBe('2026-03-18');
  });

  it('a wave too short for the distance is divided all the same', () => {
    const waves = [wave('one', '2026-03-02', '2026-03-06'), wave('two', '2026-03-07', '2026-03-09')];
    const visits = plannedVisits(samplePlan({ waves, visitsPerWave: 3, rules: { daysBetween: 3 } }), sampleCentres(1), { seed: 1 }); // prettier-ignore
    expect(visits.map(({ due, wave }) => `${wave} ${due.from}/${due.to}`)).toEqual([
      'one 2026-03-02/2026-03-02',
      'one 2026-03-03/2026-03-04',
      'one 2026-03-05/2026-03-06',
      ...Array.from({ length: 3 }, () => 'two 2026-03-09/2026-03-09'),
    ]);
  });

  it('asks for what the centre offers, in the scenarios that ask for it', () => {
    const plan = samplePlan({
      visitsPerWave: 4,
      scenarios: [
        { ...scenario('renew'), services: ['visa', 'permit', 'passport'] },
        { ...scenario('call'), channelTypes: ['smart'] },
        { ...scenario('marry'), services: ['marriage'] },
      ],
    });
    const visits = plannedVisits(plan, sampleCentres(2), { seed: 3 });
    expect(new Set(visits.map(({ scenario, service }) => `${scenario} ${service}`))).toEqual(
      new Set(['renew visa', 'renew permit']),
    );
  });

  it('asks for nothing certain, or for all a scenario has, where services are not known', () => {
    const plan = samplePlan({ visitsPerWave: 2, scenarios: [scenario('any'), { ...scenario('renew'), services: ['visa'] }] }); // prettier-ignore
    const visits = plannedVisits(plan, sampleCentres(1, { services: [] }), { seed: 3 });
    expect(new Set(visits.map(({ scenario, service }) => `${scenario} ${service}`))).toEqual(
      new Set(['any null', 'renew visa']),
    );
  });

  it('law: the same seed plans the same in any order of centres, another seed something else', () => {
    const centres = sampleCentres(8);
    const visits = plannedVisits(samplePlan({ doubles: 0.1 }), centres, { seed: 9 });
    const shuffled = [...centres.slice(5), ...centres.slice(0, 5).reverse(), centres[3]!];
    expect(plannedVisits(samplePlan({ doubles: 0.1 }), shuffled, { seed: 9 })).toEqual(visits);
    expect(plannedVisits(samplePlan({ doubles: 0.1 }), centres, { seed: 10 })).not.toEqual(visits);
  });

  it('mixes what is chosen: no weekday has its own hours, no gender its own language', () => {
    const visits = plannedVisits(samplePlan({ visitsPerWave: 3 }), sampleCentres(60), { seed: 2 });
    const cells = (a: string, b: string) =>
      [...Map.groupBy(visits, (visit) => `${attributes[a]!(visit)} ${attributes[b]!(visit)}`).values()].map((own) => own.length); // prettier-ignore
    expect(Math.min(...cells('weekday', 'hours'))).toBeGreaterThan(10); // 24 in the mean
    expect(Math.min(...cells('gender', 'language'))).toBeGreaterThan(60); // 90 in the mean
  });
});

describe('double visits', () => {
  const doubles = (share: number, centres: number, changes: Partial<Record<keyof VisitPlan, unknown>> = {}) =>
    plannedVisits(samplePlan({ doubles: share, ...changes }), sampleCentres(centres), { seed: 4 });
  const pairsIn = (visits: readonly PlannedVisit[]) =>
    [...Map.groupBy(visits.filter(({ pair }) => pair !== null), ({ pair }) => pair).values()]; // prettier-ignore

  it.each([
    ['a share, rounded', 0.1, 20, 8],
    ['at least one of ten visits and more', 0.001, 3, 1],
    ['none of a few visits', 0.05, 2, 0],
    ['none when none are wanted', 0, 50, 0],
  ])('%s', (_, share, centres, number) => {
    const visits = doubles(share, centres);
    expect(pairsIn(visits)).toHaveLength(number);
    expect(visits).toHaveLength(4 * centres + number);
  });

  it('are two visits alike but for the gender, on one day of their weekday that is no holiday', () => {
    const plan = samplePlan();
    for (const [one, other, ...more] of pairsIn(doubles(0.5, 15))) {
      expect(more).toEqual([]);
      expect({ ...other!, gender: one!.gender }).toEqual(one);
      expect(one!.due.from).toBe(one!.due.to);
      expect(plannableDays(plan, one!.due).map(({ weekday }) => weekday)).toEqual([one!.weekday]);
    }
  });

  it('go round the centres before one has a second', () => {
    const ofCentre = byCentre(doubles(0.3, 10)).map((own) => pairsIn(own).length); // 12 of 40 visits
    expect(ofCentre.toSorted()).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 2, 2]);
  });

  it('keep the distance to the visits around them', () => {
    for (const own of byCentre(doubles(0.5, 5, { visitsPerWave: 5 }))) {
      const apart = own.filter((visit, at) => at === 0 || visit.pair === null || visit.pair !== own[at - 1]?.pair);
      expect(Math.min(...gapsOf(apart))).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('unvisitedReason', () => {
  const plan = samplePlan({
    centres: [{ centre: 'c2', visitsPerWave: 0 }],
    scenarios: [{ ...scenario('renew'), services: ['visa'] }],
  });
  it.each([
    ['c1', {}, null],
    ['c2', {}, 'notPlanned'],
    ['c1', { channelType: 'contact' }, 'noInstrument'],
    ['c1', { services: ['marriage'] }, 'noScenario'],
  ])('of %s %j: %s', (code, changes, reason) => {
    const centres = sampleCentres(1, { code, ...changes });
    expect(unvisitedReason(plan, centres[0]!)).toBe(reason);
    expect(plannedVisits(plan, centres, { seed: 1 }).length > 0).toBe(reason === null);
  });
});

function wave(code: string, from: string, to: string) {
  return { code, title: { en: code }, from, to };
}

function scenario(code: string) {
  return { code, title: { en: code }, brief: { en: code } };
}
