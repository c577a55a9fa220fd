import fc from 'fast-check';
import {
  addTallies,
  compileInstrument,
  readInstrument,
  tallyLayoutOf,
  tallyOfSheet,
  type AnswerSheet,
} from '#instruments';
import { wilsonInterval } from '#statistics';
import type { CountedRow } from './counted-row.js';
import { customerResults, type GroupResult } from './customer-results.js';

const said = (en: string) => ({ ar: `نص ${en}`, en });
const options = (...codes: string[]) => codes.map((code) => ({ code, text: said(code) }));
const ten = Array.from({ length: 11 }, (_, at) => String(at));
const moods = ['bad', 'fair', 'good', 'best'];
const item = (code: string, type: string, more: object = {}) => ({
  code,
  type,
  text: said(code),
  required: false,
  ...more,
});
const { instrument, faults } = readInstrument({
  schema: 'nujoom.instrument/1',
  code: 'sample',
  version: 1,
  filledBy: 'customer',
  title: said('Sample'),
  languages: ['ar', 'en'],
  scoring: { mode: 'weights', minCompleteness: 0 },
  scales: [
    { code: 'mood', kind: 'smiley', options: options(...moods) },
    { code: 'nps', kind: 'nps', options: options(...ten) },
  ],
  sections: [
    {
      code: 's',
      title: said('s'),
      items: [
        item('mood', 'scale', { scale: 'mood' }),
        item('strain', 'scale', { scale: 'mood', reversed: true }),
        item('recommend', 'scale', { scale: 'nps', weight: 0 }),
        item('reasons', 'choices', { options: options('queue', 'staff', 'fees'), weight: 0, min: 0 }),
      ],
    },
  ],
});
if (!instrument) throw new RangeError(JSON.stringify(faults));
const compiled = compileInstrument(instrument);
const layout = tallyLayoutOf(instrument);

interface Person {
  readonly agency: string;
  readonly mood: string | undefined;
  readonly strain: string | undefined;
  readonly recommend: string | undefined;
  readonly reasons: string[] | undefined;
}

const maybe = (from: readonly string[]) => fc.option(fc.constantFrom(...from), { nil: undefined });
const people = fc.array(
  fc.record<Person>({
    agency: fc.constantFrom('A', 'B'),
    mood: maybe(moods),
    strain: maybe(moods),
    recommend: maybe(ten),
    reasons: fc.option(fc.subarray(['queue', 'staff', 'fees']), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 40 },
);

function rowOf(agency: string, all: readonly Person[]): CountedRow[] {
  const tallies = all.map(({ agency: _, ...given }) => {
    const answers = Object.entries(given).filter(([, value]) => value !== undefined);
    const sheet: AnswerSheet = { answers: Object.fromEntries(answers.map(([code, value]) => [code, { value }])) } as AnswerSheet; // prettier-ignore
    return tallyOfSheet(layout, compiled, sheet);
  });
  const [first, ...rest] = tallies;
  if (!first) return [];
  const tally = rest.reduce((sum, one) => addTallies(sum, one), first);
  return [{ agency, centre: null, service: null, channel: null, outcome: '', segment: '', tally }];
}

function resultsOf(all: readonly Person[], campaign: Partial<Parameters<typeof customerResults>[0]> = {}) {
  const rows = ['A', 'B'].flatMap((agency) => rowOf(agency, all.filter((one) => one.agency === agency))); // prettier-ignore
  return customerResults({ cuts: [], minimum: 1, ...campaign }, { instrument: instrument!, layout }, rows);
}

const itemIn = (group: GroupResult | undefined, code: string) => group?.items.find((one) => one.item === code);

describe('what customers answered, item by item', () => {
  it('is what counting people one by one gives, weighted to known totals', () => {
    fc.assert(
      fc.property(people, (all) => {
        const size = (agency: string) => all.filter((one) => one.agency === agency).length;
        const both = size('A') > 0 && size('B') > 0;
        const weights = {
          margins: [{ by: 'agency' as const, totals: { A: 300, B: 100 } }],
          cap: { low: 0, high: 100 },
        };
        const weightOf = ({ agency }: Person) => (both ? (agency === 'A' ? 300 : 100) / size(agency) : 1);
        const [group] = resultsOf(all, both ? { weights } : {}).groups;
        const shareOf = (those: readonly Person[], is: (one: Person) => boolean) => {
          let [sum, whole, squares] = [0, 0, 0];
          for (const one of those) {
            const weight = weightOf(one);
            whole += weight;
            squares += weight ** 2;
            if (is(one)) sum += weight;
          }
          const effective = whole ** 2 / squares;
          const interval = wilsonInterval((sum / whole) * effective, effective);
          return { value: (100 * sum) / whole, low: 100 * (interval?.low ?? 0), high: 100 * (interval?.high ?? 0) };
        };
        const same = (found: { value: number; interval: { low: number; high: number } | null } | null | undefined, expected: ReturnType<typeof shareOf>) => {
          expect(found?.value).toBeCloseTo(expected.value, 9);
          expect(found?.interval?.low).toBeCloseTo(expected.low, 6);
          expect(found?.interval?.high).toBeCloseTo(expected.high, 6);
        }; // prettier-ignore
        const [mood, strain, recommend, reasons] = ['mood', 'strain', 'recommend', 'reasons'].map((code) => itemIn(group, code)); // prettier-ignore

        const moody = all.filter((one) => one.mood !== undefined);
        expect(mood?.n).toBe(moody.length || undefined);
        if (moody.length > 0) {
          same(
            mood?.topTwo,
            shareOf(moody, (one) => one.mood === 'good' || one.mood === 'best'),
          );
          for (const [at, code] of moods.entries()) same(mood?.options[at]?.share, shareOf(moody, (one) => one.mood === code)); // prettier-ignore
        }
        const strained = all.filter((one) => one.strain !== undefined);
        if (strained.length > 0) same(strain?.topTwo, shareOf(strained, (one) => one.strain === 'bad' || one.strain === 'fair')); // prettier-ignore
        const asked = all.filter((one) => one.recommend !== undefined);
        if (asked.length > 0) {
          const promoters = shareOf(asked, (one) => Number(one.recommend) >= 9).value;
          const detractors = shareOf(asked, (one) => Number(one.recommend) <= 6).value;
          expect(recommend?.netPromoter?.value).toBeCloseTo(promoters - detractors, 9);
        }
        expect(mood?.netPromoter ?? null).toBeNull();
        const said = all.filter((one) => one.reasons !== undefined);
        expect(reasons?.n).toBe(said.length || undefined);
        if (said.length > 0) {
          same(
            reasons?.options[1]?.share,
            shareOf(said, (one) => one.reasons?.includes('staff') ?? false),
          );
          expect(reasons?.topTwo).toBeNull();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives AT-22: 50 promoters, 30 between and 20 detractors of 100', () => {
    const said = (recommend: string, count: number) =>
      Array.from({ length: count }, (): Person => ({ agency: 'A', mood: 'best', strain: 'bad', recommend, reasons: undefined })); // prettier-ignore
    const [group] = resultsOf([...said('9', 25), ...said('10', 25), ...said('7', 30), ...said('6', 10), ...said('0', 10)]).groups; // prettier-ignore
    const found = itemIn(group, 'recommend')?.netPromoter;
    expect(found).toMatchObject({ value: 30, promoters: 0.5, passives: 0.3, detractors: 0.2, n: 100 });
    expect(found?.standardError).toBeCloseTo(7.81, 3);
    expect(found?.interval?.low).toBeCloseTo(14.692, 3);
    expect(found?.interval?.high).toBeCloseTo(45.308, 3);
    expect(found?.adjusted.value).toBeCloseTo(29.126, 3);
    // Everybody chose the best: 100 %, and no certainty.
    const best = itemIn(group, 'mood')?.topTwo;
    expect(best?.value).toBe(100);
    expect(best?.interval?.low).toBeCloseTo(100 * (wilsonInterval(100, 100)?.low ?? 0), 9);
  });

  it('is not told where fewer answered than the minimum, be it an item or a score', () => {
    const silent: Person = {
      agency: 'A',
      mood: undefined,
      strain: undefined,
      recommend: undefined,
      reasons: undefined,
    };
    const all = [...Array.from({ length: 28 }, () => ({ ...silent, recommend: '9' })), { ...silent, mood: 'best' }, { ...silent, mood: 'bad' }]; // prettier-ignore
    const [group] = resultsOf(all, { minimum: 20 }).groups;
    expect(group).toMatchObject({ n: 30, withheld: null });
    expect(itemIn(group, 'recommend')).toMatchObject({ n: 28, withheld: null });
    expect(itemIn(group, 'mood')).toMatchObject({ n: 2, withheld: 'belowMinimum', options: [], topTwo: null });
    expect(group?.scores).toEqual([{ key: 'overall', withheld: 'belowMinimum', estimate: null }]);
  });
});
