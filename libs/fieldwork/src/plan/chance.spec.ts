import { chanceOf } from './chance.js';

describe('chanceOf', () => {
  it('is the same for the same, another for another seed, word or division into words', () => {
    const drawn = [chanceOf(1, 'a', 'b'), chanceOf(2, 'a', 'b'), chanceOf(1, 'a', 'c'), chanceOf(1, 'ab'), chanceOf(1)];
    expect(new Set(drawn).size).toBe(5);
    expect(chanceOf(1, 'a', 'b')).toBe(drawn[0]);
  });

  it('falls into each of 16 parts about equally often, and neighbours fall apart', () => {
    const parts = Array.from({ length: 16 }, () => 0);
    for (let at = 0; at < 16_000; at++) parts[chanceOf(7, 'centre', at) >>> 28]! += 1;
    for (const count of parts) expect(Math.abs(count - 1_000)).toBeLessThan(150); // nearly five standard deviations
    const runs = Array.from({ length: 1_000 }, (_, at) => chanceOf(7, at) < chanceOf(7, at + 1));
    expect(Math.abs(runs.filter(Boolean).length - 500)).toBeLessThan(80);
  });
});
