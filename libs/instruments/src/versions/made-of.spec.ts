import { said, sampleInstrument, type InstrumentSketch, type ItemSketch } from '../sample-instrument.js';
import { madeOf } from './made-of.js';

const dimension = (code: string, weight: number) => ({ code, title: said(code), weight });
const item = (code: string, of: string, more: object = {}): ItemSketch => ({ code, dimension: of, ...more });
const before: InstrumentSketch = {
  dimensions: [dimension('happiness', 1), dimension('ease', 0)],
  items: [item('overall', 'happiness'), item('steps', 'ease')],
};
const after = (items: readonly ItemSketch[], more: InstrumentSketch = {}) => ({ ...before, items, ...more });

/** Which scores of a version after the first are made of something else. */
function changed(next: InstrumentSketch): string[] {
  const [old, made] = [madeOf(sampleInstrument(before)), madeOf(sampleInstrument(next))];
  return [...old].flatMap(([key, text]) => (made.get(key) === text ? [] : [key]));
}

describe('what scores are made of', () => {
  const [overall, steps] = [item('overall', 'happiness'), item('steps', 'ease')];

  it.each<[string, InstrumentSketch, readonly string[]]>([
    ['other words', after([{ ...overall, text: said('How happy were you?') }, steps]), []],
    ['another text to write', after([overall, steps, item('comment', 'ease', { type: 'text' })]), []],
    ['an item that does not count', after([overall, steps, item('more', 'ease', { weight: 0 })]), []],
    ['one more item of a dimension that is reported only', after([overall, steps, item('more', 'ease')]), ['dimension:ease']],
    ['an answer turned round', after([{ ...overall, reversed: true }, steps]), ['overall', 'dimension:happiness', 'item:overall']],
    ['a dimension that weighs now', after([overall, steps], { dimensions: [dimension('happiness', 1), dimension('ease', 1)] }), ['overall']],
    ['a cap', after([{ ...overall, critical: { on: ['no'], effect: 'capVisit', cap: 50 } }, steps]), ['overall', 'dimension:happiness', 'dimension:ease']],
    ['another way to weigh', after([overall, steps], { scoring: { mode: 'points' } }), ['overall', 'dimension:happiness', 'dimension:ease']],
  ])('%s', (_, next, keys) => expect(changed(next)).toEqual(keys)); // prettier-ignore
});
