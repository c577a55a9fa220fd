import fc from 'fast-check';
import { earthRadius, leastMetresBetween, metresBetween, type Point } from './distance.js';

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('metresBetween', () => {
  it('Rosetta Code, "Haversine formula": Nashville to Los Angeles is 2887.2599506071 km on a radius of 6372.8 km', () => {
    const metres = metresBetween({ latitude: 36.12, longitude: -86.67 }, { latitude: 33.94, longitude: -118.4 });
    expect((metres / earthRadius) * 6372.8).toBeCloseTo(2887.2599506071, 7);
  });

  it.each<[string, Point, Point, number]>([
    ['nothing', { latitude: 24, longitude: 54 }, { latitude: 24, longitude: 54 }, 0],
    ['across the line of the date', { latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 }, 111_195],
    ['over the pole', { latitude: 89.5, longitude: 0 }, { latitude: 89.5, longitude: 180 }, 111_195],
    ['to the other side', { latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 }, 20_015_114],
  ])('%s', (_, one, other, metres) => expect(Math.round(metresBetween(one, other))).toBe(metres));

  it('law: as far back as there, never more than half around', () => {
    fc.assert(
      fc.property(point, point, (one, other) => {
        const metres = metresBetween(one, other);
        expect(metres).toBeGreaterThanOrEqual(0);
        expect(metres).toBeLessThanOrEqual(Math.PI * earthRadius);
        expect(metresBetween(other, one)).toBeCloseTo(metres, 3);
      }),
    );
  });
});

describe('leastMetresBetween', () => {
  it('takes both accuracies off, and is never below nothing', () => {
    const here = { latitude: 0, longitude: 0, accuracy: 100 };
    const there = { latitude: 0, longitude: 0.01, accuracy: 12 };
    expect(leastMetresBetween(here, there)).toBeCloseTo(1111.95 - 112, 1);
    expect(leastMetresBetween(here, { ...there, accuracy: 5_000 })).toBe(0);
  });
});
