import { emptyTally, readInstrument, tallyLayoutOf, type SheetTally } from '#instruments';
import { keyOfFeed } from '#scoring';
import { observationsOf, type MeasuredFeed, type ReadableTally } from './star-observations.js';

const said = (text: string) => ({ ar: text, en: text });

/** A version of a form with two items of these weights, filled once: the first yes, the second no. */
function filled(version: number, weights: readonly [number, number]): ReadableTally {
  const { instrument } = readInstrument({
    schema: 'nujoom.instrument/1',
    code: 'form',
    version,
    filledBy: 'mysteryShopper',
    title: said('Form'),
    languages: ['ar', 'en'],
    scoring: { mode: 'weights' },
    sections: [{ code: 's', title: said('S'), items: weights.map((weight, at) => ({ code: `i${at}`, type: 'yesNo', text: said('I'), weight })) }],
  }); // prettier-ignore
  if (!instrument) throw new RangeError('The form has faults');
  const layout = tallyLayoutOf(instrument);
  const scores = new Map([['item:i0', 100], ['item:i1', 0]]); // prettier-ignore
  const sums = layout.summed.map((key) => {
    const score = BigInt((scores.get(key) ?? 0) * 1_000_000);
    return { n: scores.has(key) ? 1n : 0n, sum: score, squares: score * score };
  });
  const tally: SheetTally = { ...emptyTally(layout), sheets: 1, sums };
  return { instrument, layout, tally };
}

describe('what was measured by items', () => {
  it('weighs by the newest version, in whatever order the versions come', () => {
    const feed: MeasuredFeed = { by: 'items', instrument: 'form', items: ['i0', 'i1'], minimum: 1 };
    const scoreOf = (tallies: readonly ReadableTally[]) =>
      observationsOf([feed], { tallies, indicators: new Map(), studies: [] }).get(keyOfFeed(feed))?.value;
    const [older, newer] = [filled(1, [1, 1]), filled(2, [3, 1])];
    expect([scoreOf([older, newer]), scoreOf([newer, older])]).toEqual([75, 75]);
  });
});
