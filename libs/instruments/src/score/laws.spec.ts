import fc from 'fast-check';
import type { Instrument } from '../document/instrument.js';
import { dimension, form, notApplicable, scored, section, sheet, worth } from './test/forms.js';

interface Row {
  readonly code: string;
  readonly points: number;
  readonly weight: number;
  readonly section: number;
  readonly dimension: number;
  readonly answer: number | 'notApplicable' | 'missing';
}

const weight = fc.double({ min: 0.01, max: 100, noNaN: true });
const row = fc.record({
  points: fc.integer({ min: 1, max: 20 }),
  weight,
  section: fc.integer({ min: 0, max: 2 }),
  dimension: fc.integer({ min: 0, max: 2 }),
  answer: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 10 }) },
    fc.constantFrom('notApplicable' as const, 'missing' as const),
  ),
});
const filled = fc.record({
  mode: fc.constantFrom('points', 'weights', 'sections'),
  themes: fc.boolean(),
  rows: fc
    .array(row, { minLength: 1, maxLength: 12 })
    .map((rows): Row[] => rows.map((one, at) => ({ ...one, code: `q${at}` }))),
  weights: fc.tuple(weight, weight, weight),
});
type Filled = typeof filled extends fc.Arbitrary<infer T> ? T : never;

const overall = (one: Filled) => scored(instrumentOf(one), sheetOf(one));

function instrumentOf({ mode, themes, rows, weights }: Filled): Instrument {
  const sections = [0, 1, 2].flatMap((at) => {
    const own = rows.filter((one) => one.section === at);
    const items = own.map((one) => worth(one.code, one.points, { weight: one.weight, dimension: `d${one.dimension}` }));
    return items.length === 0 ? [] : [section(`s${at}`, items, { weight: weights[at] })];
  });
  const dimensions = themes ? weights.map((one, at) => dimension(`d${at}`, one)) : [];
  return form(sections, { mode }, { dimensions });
}

const sheetOf = ({ rows }: Filled) =>
  sheet(
    Object.fromEntries(
      rows.flatMap(({ code, answer }) =>
        answer === 'missing' ? [] : [[code, answer === 'notApplicable' ? notApplicable : `p${answer}`]],
      ),
    ),
  );

const same = (one: number | null, other: number | null) =>
  one === null || other === null ? expect(one).toBe(other) : expect(one).toBeCloseTo(other, 8);

describe('any score', () => {
  it('lies between 0 and 100, or is none', () => {
    fc.assert(
      fc.property(filled, (one) => {
        const { score, sections, dimensions } = overall(one);
        for (const each of [score, ...sections.map((s) => s.score), ...dimensions.map((d) => d.score)]) {
          expect(each === null || (each >= 0 && each <= 100)).toBe(true);
        }
      }),
    );
  });

  it('is what its items earned, each by the weight it really had; these weights make 1', () => {
    fc.assert(
      fc.property(filled, (one) => {
        const { score, items } = overall(one);
        const parts = items.map(({ effectiveWeight, ratio }) => 100 * effectiveWeight * (ratio ?? 0));
        if (score === null) expect(items.every(({ effectiveWeight }) => effectiveWeight === 0)).toBe(true);
        else {
          expect(items.reduce((sum, { effectiveWeight }) => sum + effectiveWeight, 0)).toBeCloseTo(1, 8);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 8);
        }
      }),
    );
  });

  it('does not change when all weights are scaled', () => {
    fc.assert(
      fc.property(filled, fc.double({ min: 0.1, max: 10, noNaN: true }), (one, factor) => {
        const [a, b, c] = one.weights;
        const rows = one.rows.map((each) => ({ ...each, weight: each.weight * factor }));
        const scaled = { ...one, rows, weights: [a * factor, b * factor, c * factor] as [number, number, number] };
        same(overall(scaled).score, overall(one).score);
      }),
    );
  });

  it('does not change with the order of items', () => {
    fc.assert(
      fc.property(filled, (one) => same(overall({ ...one, rows: one.rows.toReversed() }).score, overall(one).score)),
    );
  });

  it('is the same without what does not apply, and without what was not answered', () => {
    fc.assert(
      fc.property(filled, (one) => {
        const rows = one.rows.filter(({ answer }) => typeof answer === 'number');
        if (rows.length > 0) same(overall({ ...one, rows }).score, overall(one).score);
        else expect(overall(one).score).toBeNull();
      }),
    );
  });

  it('rises with every answer that is better', () => {
    fc.assert(
      fc.property(filled, (one) => {
        const better = one.rows.map((each) => (typeof each.answer === 'number' ? { ...each, answer: 10 } : each));
        const [before, after] = [overall(one).score, overall({ ...one, rows: better }).score];
        if (before !== null) expect(after).toBeGreaterThanOrEqual(before - 1e-9);
      }),
    );
  });
});
