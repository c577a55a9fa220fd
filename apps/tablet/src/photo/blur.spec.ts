import fc from 'fast-check';
import { nudged, pixelate, regionBetween, squareEdge } from './blur.js';

const within = { width: 100, height: 80 };

describe('the region that is drawn', () => {
  it.each([
    ['downwards', { x: 10, y: 10 }, { x: 30.5, y: 20.2 }, { x: 10, y: 10, width: 21, height: 11 }],
    ['upwards', { x: 30, y: 20 }, { x: 10, y: 10 }, { x: 10, y: 10, width: 20, height: 10 }],
    ['beyond the edges', { x: -20, y: -5 }, { x: 300, y: 300 }, { x: 0, y: 0, width: 100, height: 80 }],
    ['outside', { x: 120, y: 10 }, { x: 140, y: 20 }, null],
    ['without moving', { x: 10, y: 10 }, { x: 10, y: 10 }, null],
  ])('%s', (_, from, to, region) => expect(regionBetween(from, to, within)).toEqual(region));
});

describe('pixelating', () => {
  it('leaves one colour in each square: the mean of what was there', () => {
    const data = new Uint8ClampedArray([0, 0, 0, 255, 100, 50, 0, 255, 9, 9, 9, 255]);
    pixelate({ data, width: 3, height: 1 }, 2);
    expect([...data]).toEqual([50, 25, 0, 255, 50, 25, 0, 255, 9, 9, 9, 255]);
  });

  it('leaves at most 25 colours of a region: two pictures with the same means become the same', () => {
    const size = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(size, size, fc.integer(), (width, height, seed) => {
        const data = Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) => (at * 7919 + seed) % 256);
        pixelate({ data, width, height }, squareEdge({ x: 0, y: 0, width, height }));
        const colours = new Set<string>();
        for (let at = 0; at < data.length; at += 4) colours.add(data.slice(at, at + 4).join());
        expect(colours.size).toBeLessThanOrEqual(25);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a box moved by keys', () => {
  const box = { x: 40, y: 40, width: 20, height: 20 };
  it.each([
    ['ArrowRight', false, { ...box, x: 48 }],
    ['ArrowUp', false, { ...box, y: 32 }],
    ['ArrowRight', true, { ...box, width: 28 }],
    ['ArrowUp', true, { ...box, height: 16 }],
    ['Enter', false, null],
  ])('by %s, sizing %s', (key, resize, after) => expect(nudged(box, key, resize, within)).toEqual(after));

  it('stays within the picture', () => {
    const key = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown');
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.boolean()), { maxLength: 60 }), (presses) => {
        let at = box;
        for (const [pressed, resize] of presses) at = nudged(at, pressed, resize, within) ?? at;
        expect(at.x >= 0 && at.y >= 0 && at.x + at.width <= 100 && at.y + at.height <= 80).toBe(true);
      }),
    );
  });
});
