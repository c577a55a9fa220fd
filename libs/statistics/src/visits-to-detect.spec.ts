import fc from 'fast-check';
import { detectableDifference } from './detectable-difference.js';
import { detectableChange, visitsToDetect } from './visits-to-detect.js';

describe('visitsToDetect', () => {
  it.each([
    [0.2, 394],
    [0.5, 64],
    [0.8, 26],
  ])('Cohen 1988: an effect of %d spreads needs %d a group', (effect, n) => {
    expect(visitsToDetect({ change: 10 * effect, spread: 10 })).toBe(n);
  });

  it('pairs that go half together: as many as the paired test of half a spread, 34', () => {
    expect(visitsToDetect({ change: 5, spread: 10, correlation: 0.5 })).toBe(34);
  });

  it('three points unless said otherwise: twelve points of spread need 253 visits', () => {
    expect(visitsToDetect({ spread: 12 })).toBe(visitsToDetect({ spread: 12, change: 3 }));
    expect(visitsToDetect({ spread: 12 })).toBe(253); // (1.96 + 0.84)² · 2 · 16 = 251.2 by z, and a little for t
  });

  it('more power and more confidence need more', () => {
    const n = visitsToDetect({ spread: 10, change: 5 })!;
    expect(visitsToDetect({ spread: 10, change: 5, power: 0.9 })).toBe(86); // G*Power, two-sided 5 %: 86
    expect(visitsToDetect({ spread: 10, change: 5, confidence: 0.99 })).toBeGreaterThan(n);
  });

  it('is never below two', () => expect(visitsToDetect({ spread: 0.001, change: 90 })).toBe(2));

  it.each([
    ['an unknown spread', { spread: null }],
    ['visits that never differ', { spread: 0 }],
    ['pairs that always agree', { spread: 10, correlation: 1 }],
  ])('promises nothing of %s', (_, plan) => expect(visitsToDetect(plan)).toBeNull());

  it.each([
    { change: 0 },
    { change: NaN },
    { change: 1e-12 },
    { spread: -1 },
    { spread: Infinity },
    { power: 1 },
    { confidence: 0 },
    { correlation: -1 },
    { correlation: NaN },
  ])('refuses %j', (wrong) => expect(() => visitsToDetect({ spread: 10, ...wrong })).toThrow(RangeError));

  it('law: it is the smallest number that sees the change', () => {
    const paired = fc.option(fc.double({ min: -0.5, max: 0.9, noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 30 }), paired, (spread, change, r) => {
        const terms = r === undefined ? {} : { correlation: r };
        const n = visitsToDetect({ spread, change, ...terms })!;
        expect(detectableChange(n, spread, terms)).toBeLessThanOrEqual(change);
        if (n > 2) expect(detectableChange(n - 1, spread, terms)).toBeGreaterThan(change);
      }),
    );
  });
});

describe('detectableChange', () => {
  it('by hand: two visits each, t(0.975, 2) + t(0.8, 2) = 4.302653 + 1.060660 spreads', () => {
    expect(detectableChange(2, 10)).toBeCloseTo(10 * (4.302653 + 1.06066), 4);
  });

  it('comes near what detectableDifference says by z when n is large', () => {
    const byZ = detectableDifference({
      variancePerAnswerNow: 100,
      variancePerAnswerBefore: 100,
      nNow: 1e6,
      nBefore: 1e6,
    });
    expect(detectableChange(1e6, 10)).toBeCloseTo(byZ!, 6);
  });

  it.each([0, 1])('is null of %d visits', (n) => expect(detectableChange(n, 10)).toBeNull());

  it('refuses half a visit', () => expect(() => detectableChange(2.5, 10)).toThrow(RangeError));
});
