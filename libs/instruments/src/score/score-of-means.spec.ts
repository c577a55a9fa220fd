import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readInstrument } from '../read/read-instrument.js';
import { scoreOfMeans } from './score-of-means.js';

const shipped = join(import.meta.dirname, '../../../../methods/instruments/service-centre-visit-2.json');
const { instrument } = readInstrument(JSON.parse(readFileSync(shipped, 'utf8')));
const form = instrument!;
const codes = form.sections.flatMap((section) => section.items.map(({ code }) => code));
const all = (mean: number, of = codes) => new Map(of.map((code) => [code, mean]));

describe('scoreOfMeans', () => {
  it.each([0, 0.4, 1])('items that all have the mean %d give it', (mean) => {
    const { score, share } = scoreOfMeans(form, all(mean));
    expect(score).toBeCloseTo(100 * mean, 9);
    expect(share).toBeCloseTo(1, 12);
  });

  it('what is not given counts neither for nor against, and is missing from the share', () => {
    const half = codes.slice(0, 40);
    const { score, share } = scoreOfMeans(form, all(0.7, half));
    expect(score).toBeCloseTo(70, 9);
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(1);
    const rest = scoreOfMeans(form, all(0.7, codes.slice(40)));
    expect(share + rest.share).toBeCloseTo(1, 12);
  });

  it('a dimension is its own items', () => {
    const speed = form.sections
      .filter(({ dimension }) => dimension === 'speed_of_service')
      .flatMap(({ items }) => items);
    const means = new Map([...all(1), ...all(0.25, speed.map(({ code }) => code))]); // prettier-ignore
    expect(scoreOfMeans(form, means, 'speed_of_service').score).toBeCloseTo(25, 9);
    expect(scoreOfMeans(form, means).score).toBeCloseTo(80 + 20 * 0.25, 9); // it weighs 20 of 100
    expect(scoreOfMeans(form, means, 'nothing')).toEqual({ score: null, share: 0 });
  });

  it('of nothing there is none', () => expect(scoreOfMeans(form, new Map())).toEqual({ score: null, share: 0 }));
});
