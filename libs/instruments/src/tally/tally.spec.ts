import { compileInstrument } from '../check/compile.js';
import { said, sampleInstrument } from '../sample-instrument.js';
import { tallyLayoutOf, type SummedKey } from './layout.js';
import { tallyOfSheet } from './tally.js';

/** Engagement needs both of its questions and is the whole; work is reported beside it and needs half of its two. */
function tallied(minCompleteness: number, answers: Readonly<Record<string, 'yes' | 'no'>>) {
  const dimension = (code: string, weight: number, minAnswered: number) => ({ code, title: said(code), weight, minAnswered }); // prettier-ignore
  const asked = (code: string, of: string) => ({ code, dimension: of, required: false });
  const instrument = sampleInstrument({
    scoring: { mode: 'weights', minCompleteness },
    dimensions: [dimension('engagement', 1, 1), dimension('work', 0, 0.5)],
    items: [
      asked('pride', 'engagement'),
      asked('motive', 'engagement'),
      asked('tools', 'work'),
      asked('skills', 'work'),
    ],
  });
  const layout = tallyLayoutOf(instrument);
  const sheet = { answers: Object.fromEntries(Object.entries(answers).map(([code, value]) => [code, { value }])) };
  const { sums } = tallyOfSheet(layout, compileInstrument(instrument), sheet);
  return (key: SummedKey) => {
    const { n, sum } = sums[layout.placeOf.get(key) ?? -1]!;
    return n === 0n ? null : Number(sum) / 1e6;
  };
}

describe('the tally of a questionnaire', () => {
  it('has a dimension that was answered, also of somebody whose overall score lacks an answer of its own', () => {
    const scoreOf = tallied(0, { pride: 'yes', tools: 'yes', skills: 'no' });
    expect([scoreOf('overall'), scoreOf('dimension:engagement')]).toEqual([null, null]);
    expect(scoreOf('dimension:work')).toBe(50);
    expect([scoreOf('item:pride'), scoreOf('item:skills')]).toEqual([100, 0]);
  });

  it('has neither where less was answered than the instrument asks for', () => {
    const scoreOf = tallied(0.9, { pride: 'yes', tools: 'yes', skills: 'no' });
    expect(scoreOf('dimension:work')).toBeNull();
    expect(scoreOf('item:pride')).toBe(100);
  });
});
