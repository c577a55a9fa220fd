import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  compileInstrument,
  contributionOf,
  readInstrument,
  tallyLayoutOf,
  type AnswerSheet,
  type SummedKey,
} from '#instruments';
import { smallGroupIn, type BasicCell, type EarlierRelease } from '#statistics';
import { isAlike } from './alike.js';
import { codesOf, type EmployeeGroup, type ReleasedSum } from './employee-cells.js';
import { employeeRelease, type CountedEmployees, type OtherRelease, type ReleasedGroup } from './employee-release.js';
import { scoreFamilies } from './score-families.js';

const file = join(import.meta.dirname, '../../../../methods/instruments/employee-happiness-1.json');
const { instrument } = readInstrument(JSON.parse(readFileSync(file, 'utf8')));
if (!instrument) throw new Error('The questionnaire that ships can not be read');
const compiled = compileInstrument(instrument);
const layout = tallyLayoutOf(instrument);
const families = scoreFamilies(instrument);
const items = instrument.sections.flatMap((section) => section.items).filter(({ type }) => type === 'scale');
const words = ['strongly_disagree', 'disagree', 'neither', 'agree', 'strongly_agree'] as const;
const least = 10;
const agency = { cuts: [], anonymity: { least, leastForComments: 30 } };

/** One employee: where he works, and what he answered to each item; null: left out. */
interface Person {
  readonly agency: string;
  readonly segment: readonly string[];
  readonly answers: readonly (number | null)[];
}

/** People put together as tallies have them, with nothing of the code under test. */
function counted(people: readonly Person[], campaign: CountedEmployees['campaign'] = agency): CountedEmployees {
  const groups = Map.groupBy(people, (one) => JSON.stringify([one.agency, one.segment]));
  return { campaign, layout, groups: [...groups.values()].map(groupOf) };
}

function groupOf(people: readonly Person[]): EmployeeGroup {
  const sums = new Float64Array(3 * layout.summed.length);
  const partly = families.map(() => 0);
  for (const { answers } of people) {
    const { scored } = contributionOf(layout, compiled, sheetOf(answers));
    scored.forEach((value, at) => {
      if (value === null) return;
      for (const [power, add] of [1, value, value ** 2].entries()) sums[3 * at + power]! += add;
    });
    families.forEach(({ whole, parts }, at) => {
      const had = [whole, ...parts].filter((key) => scored[layout.placeOf.get(key) ?? -1] != null).length;
      if (had > 0 && had < parts.length + 1) partly[at]! += 1;
    });
  }
  const [first] = people;
  return { agency: first?.agency ?? '', segment: first?.segment ?? [], responses: people.length, sums, partly };
}

function sheetOf(answers: Person['answers']): AnswerSheet {
  const given = items.flatMap(({ code }, at) => {
    const word = words[answers[at] ?? -1];
    return word === undefined ? [] : [[code, { value: word }] as const];
  });
  return { answers: Object.fromEntries(given) };
}

function released(of: CountedEmployees, others: readonly OtherRelease[] = []): readonly ReleasedGroup[] {
  const steps = employeeRelease({ ...of, instrument: instrument! }, others);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const everyone = (count: number, of: string, answer: (at: number) => number | null): Person[] =>
  Array.from({ length: count }, (_, at) => ({ agency: of, segment: [], answers: items.map(() => answer(at)) }));
const mixed = (at: number) => [4, 3, 2, 3, 1][at % 5] ?? 0;
const shownIn = (groups: readonly ReleasedGroup[]) =>
  groups.flatMap(({ codes, n }) => (n === null ? [] : [`${codes['agency'] ?? 'all'} ${n}`]));
const of = (groups: readonly ReleasedGroup[], code: string) => groups.find(({ codes }) => codes['agency'] === code);

describe('what is published of employees', () => {
  it('leaves out who is too few, and with him the smallest that would give him away', () => {
    const people = [...everyone(40, 'A', mixed), ...everyone(25, 'B', mixed), ...everyone(12, 'C', mixed), ...everyone(7, 'D', mixed)]; // prettier-ignore
    expect(shownIn(released(counted(people)))).toEqual(['all 84', 'A 40', 'B 25']);
  });

  it('says nothing of a withheld group, neither a number nor a score', () => {
    const groups = released(counted([...everyone(40, 'A', mixed), ...everyone(7, 'D', mixed)]));
    expect(of(groups, 'D')).toEqual({ codes: { agency: 'D' }, n: null, scores: {} });
  });

  it('withholds a score that few all have alike, and what it could be computed from', () => {
    const people = [...everyone(40, 'A', mixed), ...everyone(35, 'B', mixed), ...everyone(12, 'C', () => 3)];
    const groups = released(counted(people));
    expect(of(groups, 'C')).toMatchObject({ n: 12, scores: { overall: null } });
    const told = groups.filter(({ scores }) => scores.overall).map(({ n }) => n);
    expect(told).toEqual([87, 40]);
    expect(of(released(counted(everyone(30, 'A', () => 3))), 'A')?.scores.overall).toMatchObject({ n: 30, sum: 2250 });
  });

  it('tells the items of a score only where those who left one out are nobody, or enough', () => {
    const leaving = (count: number) => [
      ...everyone(40 - count, 'A', mixed),
      ...everyone(count, 'A', mixed).map((one) => ({ ...one, answers: [null, ...one.answers.slice(1)] })),
    ];
    const [nobody, few, enough] = [0, 1, 10].map((count) => of(released(counted(leaving(count))), 'A')?.scores);
    expect(nobody?.['item:pride']).toMatchObject({ n: 40 });
    expect(few).toMatchObject({ overall: { n: 39 }, 'item:pride': null, 'item:advocacy': null });
    expect(enough).toMatchObject({ overall: { n: 30 }, 'item:pride': { n: 30 }, 'item:advocacy': { n: 40 } });
  });

  it('keeps the pattern of the cycle before where it can', () => {
    const before = counted([...everyone(40, 'A', mixed), ...everyone(30, 'B', mixed), ...everyone(12, 'C', mixed), ...everyone(7, 'D', mixed)]); // prettier-ignore
    const now = counted([...everyone(40, 'A', mixed), ...everyone(13, 'B', mixed), ...everyone(30, 'C', mixed), ...everyone(7, 'D', mixed)]); // prettier-ignore
    const first = released(before);
    expect(shownIn(first)).toEqual(['all 89', 'A 40', 'B 30']);
    expect(shownIn(released(now))).toEqual(['all 90', 'A 40', 'C 30']);
    expect(shownIn(released(now, [{ ...before, released: first }]))).toEqual(['all 90', 'A 40', 'B 13']);
  });

  it('with a campaign that had other cuts: those that only one has are withheld where anything else has to be', () => {
    const cut = (people: readonly Person[]) => people.map((one, at) => ({ ...one, segment: [at % 2 ? 'f' : 'm'] }));
    const small = [...everyone(60, 'A', mixed), ...everyone(50, 'B', mixed), ...everyone(40, 'C', mixed)];
    const before = counted([...small.slice(0, 110), ...everyone(5, 'C', mixed)]);
    const now = counted(cut(small), { ...agency, cuts: ['gender'] });
    expect(shownIn(released(now))).toHaveLength(12);
    const beside = released(now, [{ ...before, released: released(before) }]);
    const told = beside.filter(({ n }) => n !== null).map(({ codes }) => Object.keys(codes).join());
    expect(told.some((one) => one.includes('cut:gender'))).toBe(shownIn(beside).length === 12);
  });
});

describe('an attacker with all that is published in two cycles', () => {
  /** Who answered what in each cycle: from a seed, for shrinking persons one by one helps nobody. */
  const world = fc.record({
    seed: fc.integer({ min: 1, max: 2 ** 31 - 2 }),
    sizes: fc.array(fc.tuple(fc.nat({ max: 32 }), fc.nat({ max: 32 })), { minLength: 2, maxLength: 7 }),
    cuts: fc.nat({ max: 1 }),
    leavesOut: fc.constantFrom(0, 0.02, 0.2),
  });

  function worldOf({ seed, sizes, cuts, leavesOut }: typeof world extends fc.Arbitrary<infer W> ? W : never) {
    let state = seed;
    const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    const campaign = { ...agency, cuts: cuts === 0 ? [] : ['gender'] };
    return ([0, 1] as const).map((cycle) =>
      counted(
        sizes.flatMap((pair, at) =>
          Array.from({ length: pair[cycle] }, () => ({
            agency: `A${at}`,
            segment: cuts === 0 ? [] : [['f', 'm', ''][Math.floor(next() * 3)] ?? ''],
            answers: items.map(() => (next() < leavesOut ? null : Math.floor(next() * 5))),
          })),
        ),
        campaign,
      ),
    );
  }

  const nOf = (key: SummedKey) => (group: EmployeeGroup) => group.sums[3 * (layout.placeOf.get(key) ?? 0)] ?? 0;
  const basicOf = ({ groups, campaign }: CountedEmployees, count: (group: EmployeeGroup) => number): BasicCell[] =>
    groups.map((group) => ({ codes: codesOf(group, campaign), count: count(group) }));

  /** The small group that follows from what is told of a base, in one cycle or both. */
  function attack(
    now: CountedEmployees,
    told: readonly ReleasedGroup[],
    count: (group: EmployeeGroup) => number,
    earlier?: EarlierRelease,
  ) {
    const dimensions = ['agency', ...now.campaign.cuts.map((cut) => `cut:${cut}`)].map((name) => ({ name }));
    const release = { dimensions, basic: basicOf(now, count), least, ...(earlier && { earlier }) };
    return smallGroupIn(release, told.map(({ codes }) => codes)); // prettier-ignore
  }

  it('law: computes no group of fewer than ten, of nobody’s answers to anything', () => {
    let told = 0;
    fc.assert(
      fc.property(world, (drawn) => {
        const [before, now] = worldOf(drawn) as [CountedEmployees, CountedEmployees];
        const first = released(before);
        const second = released(now, [{ ...before, released: first }]);
        told += second.filter(({ n }) => n !== null).length;
        const bases: [(group: EmployeeGroup) => number, (group: ReleasedGroup) => boolean][] = [
          [({ responses }) => responses, ({ n }) => n !== null],
          ...layout.summed.map((key): [typeof bases[0][0], typeof bases[0][1]] => [nOf(key), ({ scores }) => !!scores[key]]), // prettier-ignore
        ];
        for (const [count, isTold] of bases) {
          const published = first.filter(isTold).map(({ codes }) => codes);
          expect(attack(before, first.filter(isTold), count)).toBeNull();
          const earlier = { basic: basicOf(before, count), published, answers: 'new' as const };
          expect(attack(now, second.filter(isTold), count, earlier)).toBeNull();
        }
        for (const [at, { parts }] of families.entries()) {
          const isTold = ({ scores }: ReleasedGroup) => parts.some((key) => scores[key]);
          expect(attack(now, second.filter(isTold), ({ partly }) => partly[at] ?? 0)).toBeNull();
        }
      }),
      { numRuns: 20 },
    );
    expect(told).toBeGreaterThan(20);
  });

  it('law: nor what few answered alike', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 32 }), fc.boolean()), { minLength: 2, maxLength: 6 }), (sizes) => {
        const people = sizes.flatMap(([size, isSame], at) => everyone(size, `A${at}`, isSame ? () => 4 : mixed));
        const groups = released(counted(people));
        const told = groups.flatMap(({ codes, scores }) => (scores.overall ? [{ codes, sum: scores.overall }] : []));
        expect(told.some(({ sum }) => isAlike(sum))).toBe(false);
        const whole = told.find(({ codes }) => !('agency' in codes));
        const parts = told.filter(({ codes }) => 'agency' in codes).map(({ sum }) => sum);
        if (whole) expect(isAlike(parts.reduce(minus, whole.sum))).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it('finds one where only those who are too few themselves are withheld', () => {
    const now = counted([...everyone(40, 'A', mixed), ...everyone(30, 'B', mixed), ...everyone(7, 'D', mixed)]);
    const naive = released(now).map(({ codes }) => ({ codes, n: 1, scores: {} })).filter(({ codes }) => codes['agency'] !== 'D'); // prettier-ignore
    expect(attack(now, naive, ({ responses }) => responses)).toMatchObject({ people: 7 });
  });
});

const minus = (a: ReleasedSum, b: ReleasedSum): ReleasedSum => {
  return { n: a.n - b.n, sum: a.sum - b.sum, squares: a.squares - b.squares };
};
