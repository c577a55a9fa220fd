import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  addTallies,
  compileInstrument,
  contributionOf,
  emptyTally,
  readInstrument,
  tallyLayoutOf,
  tallyOfSheet,
  type AnswerSheet,
  type AnswerValue,
  type Instrument,
  type SheetTally,
} from '#instruments';
import { copyOf, placed, readIn, talliesOf } from './contribution-copy.js';
import { contributionRows } from './contribution-rows.js';
import { ContributionTotals } from './contribution-totals.js';
import { ContributionSums } from './contribution-sums.js';
import { digitsOf, exactTallyOf, readTally } from './exact-tally.js';

function shipped(name: string): Instrument {
  const file = join(import.meta.dirname, '../../../../methods/instruments', `${name}.json`);
  const { instrument } = readInstrument(JSON.parse(readFileSync(file, 'utf8')));
  if (!instrument) throw new Error(name);
  return instrument;
}

const forms = ['customer-happiness-1', 'employee-happiness-1', 'community-evaluation-1'].map((name) => {
  const instrument = shipped(name);
  return { instrument, compiled: compileInstrument(instrument), layout: tallyLayoutOf(instrument) };
});
type Form = (typeof forms)[number];

type Item = Instrument['sections'][number]['items'][number];

/** Any answer an item takes, or none. */
function answerTo(item: Item, { scales }: Instrument): fc.Arbitrary<AnswerValue | undefined> {
  const onScale = (code: string) => scales.find((scale) => scale.code === code)?.options.map(({ code }) => code) ?? [];
  const given = ((): fc.Arbitrary<AnswerValue> | null => {
    if (item.type === 'yesNo') return fc.constantFrom('yes', 'no');
    if (item.type === 'scale') return fc.constantFrom(...onScale(item.scale));
    if (item.type === 'choice') return fc.constantFrom(...item.options.map(({ code }) => code));
    if (item.type === 'choices')
      return fc.subarray(
        item.options.map(({ code }) => code),
        { minLength: 1 },
      );
    if (item.type === 'number' || item.type === 'money') return fc.integer({ min: -1e12, max: 1e12 });
    return item.type === 'text' ? fc.constant('كلمة') : null;
  })();
  return given ? fc.option(given, { nil: undefined, freq: 6 }) : fc.constant(undefined);
}

function sheetOf({ instrument }: Form): fc.Arbitrary<AnswerSheet> {
  const items = instrument.sections.flatMap((section) => section.items);
  const answers = Object.fromEntries(items.map((item) => [item.code, answerTo(item, instrument)]));
  return fc.record(answers).map((given) => ({
    answers: Object.fromEntries(
      Object.entries(given).flatMap(([code, value]) => (value === undefined ? [] : [[code, { value }]])),
    ),
  }));
}

/** Any of a few keys. */
const anyKey = fc.record({
  place: fc.integer({ min: 1, max: 4 }),
  outcome: fc.constantFrom('', 'received', 'رُفض'),
  segment: fc.constantFrom('', '|', 'a_25|f'),
  standing: fc.nat({ max: 2 }),
});

const history = fc
  .constantFrom(...forms)
  .chain((form) =>
    fc.tuple(fc.constant(form), fc.array(fc.record({ key: anyKey, sheet: sheetOf(form) }), { maxLength: 25 })),
  );

describe('sums of contributions', () => {
  it('law: are what adding the tallies of the sheets gives, to the last digit, however the copy is cut', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(history, cuts, ([{ layout, compiled }, given], lengths) => {
        const expected = new Map<string, SheetTally>();
        for (const { key, sheet } of given) {
          const name = JSON.stringify(key);
          expected.set(name, addTallies(expected.get(name) ?? emptyTally(layout), tallyOfSheet(layout, compiled, sheet))); // prettier-ignore
        }
        const rows = given.map(({ key, sheet }) => ({ ...key, ...contributionOf(layout, compiled, sheet) }));
        const read = readIn(rows, lengths);
        const got = [...talliesOf(read)].map(
          ([name, tally]) => [name, digitsOf(placed(tally, layout.counts))] as const,
        );
        expect(new Map(got)).toEqual(
          new Map([...expected].map(([name, tally]) => [name, digitsOf(exactTallyOf(tally))])),
        );
        expect([read.count, read.size]).toEqual([given.length, expected.size]);
      }),
      { numRuns: 300 },
    );
  });

  it('stay exact past what a double and sixteen bits can say', () => {
    const sums = new ContributionSums(1);
    const [large, many] = [9_007_199_254_740_993n, 2 ** 18 + 3];
    const key = Buffer.from('one');
    sums.begin(key, 0, key.length);
    sums.scoreLarge(0, large);
    for (let at = 1; at < many; at++) {
      sums.begin(key, 0, key.length);
      for (const place of [1, 20, 20]) sums.raise(place);
      sums.score(0, at % 2 === 0 ? 2 ** 30 - 1 : 1 - 2 ** 30);
    }
    const tally = [...sums.entries()][0]?.[1];
    const n = BigInt(many - 1);
    const each = 2n ** 30n - 1n;
    expect(tally).toMatchObject({ responses: many, sums: [many, large, n * each ** 2n + large ** 2n] });
    expect([1, 20].map((place) => tally?.counts[place])).toEqual([many - 1, 2 * (many - 1)]);
    const text = `{${tally?.sums.join()}}`;
    expect(readTally(many, '{}', text).sums).toEqual(tally?.sums);
  });

  it('are narrowed to the lower places when they are too many, and the rest is read another time', () => {
    const rows = Array.from({ length: 40 }, (_, at) => ({ place: 1 + (at % 10), outcome: '', segment: '', standing: 0, raised: [70 + at], scored: [at, null] })); // prettier-ignore
    const totals = new ContributionTotals();
    const read = contributionRows(totals);
    const copy = copyOf(rows);
    read.take(copy.subarray(0, copy.length / 2));
    totals.narrow();
    read.take(copy.subarray(copy.length / 2));
    read.end();
    const [whole, lower] = [talliesOf(readIn(rows, [512])), talliesOf(totals)];
    expect(totals.below).toBe(6);
    expect([...lower.keys()]).toEqual([...whole.keys()].slice(0, 5));
    for (const [name, tally] of lower) expect(placed(tally, 128)).toEqual(placed(whole.get(name)!, 128));
  });

  it('begin anew in the same memory', () => {
    const totals = new ContributionTotals();
    const [first, second] = [1, 2].map((place) => [{ place, outcome: '', segment: '', standing: 0, raised: [3], scored: [2 ** 40] }]); // prettier-ignore
    for (const rows of [first, second]) {
      totals.clear();
      const read = contributionRows(totals);
      read.take(copyOf(rows ?? []));
      read.end();
    }
    expect(talliesOf(totals)).toEqual(talliesOf(readIn(second ?? [], [64])));
    expect(totals.count).toBe(1);
  });

  it.each([
    ['a text', Buffer.from('1\t2\t3\n4\t5\t6\n0123456789')],
    ['a copy that breaks off', copyOf([{ place: 1, outcome: '', segment: '', standing: 0, raised: [1], scored: [2] }]).subarray(0, -9)], // prettier-ignore
    ['nothing', Buffer.alloc(0)],
  ])('are not made of %s', (_, bytes) => {
    expect(() => {
      const read = contributionRows(new ContributionTotals());
      read.take(bytes);
      read.end();
    }).toThrow();
  });
});
