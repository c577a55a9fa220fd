import fc from 'fast-check';
import { distributionOf } from '../distribution.js';
import { barsAsSvg } from './bars.js';
import { axisOf, dotAxis, dotRow } from './dot-row.js';
import { scaleOf } from './scale.js';
import { spreadStrip } from './spread-strip.js';

const numbers = (markup: string, attribute: string) =>
  [...markup.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value]) => Number(value));

describe('scaleOf', () => {
  it('mirrors Arabic axes: what is left in English is as far right in Arabic', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (value) => {
        const [left, right] = [scaleOf('en', 0, 100, 230, 8)(value), scaleOf('ar', 0, 100, 230, 8)(value)];
        expect(left + right).toBeCloseTo(230, 1);
      }),
    );
    expect([scaleOf('en', 0, 100, 230, 8)(0), scaleOf('ar', 0, 100, 230, 8)(0)]).toEqual([8, 222]);
  });

  it('keeps everything on the drawing, also what lies outside and an axis without length', () => {
    expect([-5, 105].map(scaleOf('en', 0, 100, 230, 8))).toEqual([8, 222]);
    expect(scaleOf('ar', 50, 50, 230, 8)(50)).toBe(222);
  });
});

describe('axisOf', () => {
  it.each([
    ['no values', [], 0, 100],
    ['both ends of the scale', [0, 100], 0, 100],
    ['the middle', [41, 59], 40, 60],
    ['a value on a ten, with room beside it', [50], 40, 60],
    ['more than the scale', [95, 104], 90, 110],
    ['less than the scale', [-3, 12], -10, 20],
  ])('of %s', (_, values, low, high) => expect(axisOf(values)).toEqual({ low, high }));
});

describe('a row of dots', () => {
  const row = { now: 60, interval: { low: 55, high: 65 }, before: 50, median: 70, text: 'Score: 60' };

  it('shows this cycle, its interval, the previous one and the median, mirrored in Arabic', () => {
    const [english, arabic] = (['en', 'ar'] as const).map((language) => {
      const [before = 0, now = 0] = numbers(dotRow(language, { low: 0, high: 100 }, row).markup, 'cx');
      return { before, now };
    });
    expect(english?.before).toBeLessThan(english?.now ?? 0);
    expect(arabic?.before).toBeGreaterThan(arabic?.now ?? 0);
  });

  it('leaves out what is not there', () => {
    const empty = { now: null, interval: null, before: null, median: null, text: '' };
    expect(dotRow('en', axisOf([]), empty).markup).not.toContain('circle');
  });

  it('has an axis of at most seven numbers', () => {
    for (const axis of [axisOf([]), axisOf([41, 59]), axisOf([-100, 900])]) {
      const labels = dotAxis('en', axis).markup.match(/<text/g) ?? [];
      expect(labels.length).toBeLessThanOrEqual(7);
      expect(labels.length).toBeGreaterThan(1);
    }
  });
});

describe('distributionOf', () => {
  it('puts every value in one bar, of at most about twenty', () => {
    const values = fc.array(fc.integer({ min: -20_000, max: 400_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, (thousandths) => {
        const given = thousandths.map((value) => value / 1000);
        const { bins } = distributionOf(given);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(given.length);
        expect(bins.length).toBeLessThanOrEqual(20);
        expect(bins[0]?.count).toBeGreaterThan(0);
        expect(bins.at(-1)?.count).toBeGreaterThan(0);
      }),
    );
  });

  it('counts a value on a border once, in the bar that begins there', () => {
    expect(distributionOf([60, 61, 61, 62]).bins).toEqual([
      { from: 60, to: 61, count: 1 },
      { from: 61, to: 62, count: 2 },
      { from: 62, to: 63, count: 1 },
    ]);
  });

  it('is drawn in the direction of the language', () => {
    const { chart } = distributionOf([60, 61, 61, 62]);
    const [english, arabic] = (['en', 'ar'] as const).map((language) => barsAsSvg(language, chart, '').markup);
    const left = (markup = '') => [...markup.matchAll(/<rect\s+x="([\d.]+)"/g)].map(([, x]) => Number(x));
    expect(left(english)).toEqual(left(english).toSorted((a, b) => a - b));
    expect(left(arabic)).toEqual(left(arabic).toSorted((a, b) => b - a));
  });
});

describe('spreadStrip', () => {
  it('is drawn also when all agencies are equal, and when the value stands at an end', () => {
    const spread = { q1: 50, median: 50, q3: 50, agencies: 3, mean: 50, lowest: 50, highest: 50 };
    for (const language of ['ar', 'en'] as const) {
      const { markup } = spreadStrip(language, spread, 50, 'text');
      expect(markup).not.toMatch(/NaN|Infinity|="-|\d\.\d{3}/);
    }
  });
});
