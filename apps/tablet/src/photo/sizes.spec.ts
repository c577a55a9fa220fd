import fc from 'fast-check';
import { firstStep, fitted, longEdge, nextStep } from './sizes.js';

describe('a photo fitted', () => {
  it.each([
    [4_000, 3_000, { width: 1_600, height: 1_200 }],
    [3_000, 4_000, { width: 1_200, height: 1_600 }],
    [1_600, 900, { width: 1_600, height: 900 }],
    [20_000, 1, { width: 1_600, height: 1 }],
  ])('from %i × %i', (width, height, size) => expect(fitted(width, height)).toEqual(size));

  it('never has a longer edge than may be, and never vanishes', () => {
    const edge = fc.integer({ min: 1, max: 30_000 });
    fc.assert(
      fc.property(edge, edge, (width, height) => {
        const size = fitted(width, height);
        expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(longEdge);
        expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

describe('the steps to a lighter photo', () => {
  it('lower the quality, then the size, and begin anew with the quality', () => {
    const steps = [firstStep];
    for (let count = 0; count < 4; count++) steps.push(nextStep(steps.at(-1) ?? firstStep));
    expect(steps).toEqual([
      { scale: 1, quality: 0.86 },
      { scale: 1, quality: 0.74 },
      { scale: 1, quality: 0.62 },
      { scale: 1, quality: 0.5 },
      { scale: 0.8, quality: 0.86 },
    ]);
  });

  it('come to an end: after few of them little is left of the picture', () => {
    let step = firstStep;
    for (let count = 0; count < 50; count++) step = nextStep(step);
    expect(step.scale).toBeLessThan(0.1);
  });
});
