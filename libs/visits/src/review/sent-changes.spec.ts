import { sentVisit, sheet } from '../../../../test/visits/visit-documents.js';
import { changesBetween } from './sent-changes.js';

const first = sentVisit('7f1c1d6e-4a3a-4b7e-9a53-6a4bd3a4a111');

describe('changesBetween', () => {
  it('tells nothing of two that are alike', () => expect(changesBetween(first, { ...first })).toEqual([]));

  it('tells answers item by item, those that came and those that went', () => {
    const { queue: _, ...answers } = sheet({ wait: { value: 9 }, remark: { value: 'نظيف' } }).answers;
    expect(changesBetween(first, { ...first, sheet: { answers } })).toEqual([
      { path: 'answers.wait', before: { value: 7 }, after: { value: 9 } },
      { path: 'answers.remark', before: null, after: { value: 'نظيف' } },
      { path: 'answers.queue', before: { value: 'yes' }, after: null },
    ]);
  });

  it('tells each time of a section that repeats', () => {
    const filled = (queue: string) => ({ ...first, sheet: { answers: {}, repeats: { counter: [{}, { queue: { value: queue } }] } } }); // prettier-ignore
    expect(changesBetween(filled('short'), filled('long')).map(({ path }) => path)).toEqual([
      'repeats.counter[1].queue',
    ]);
  });

  it('tells stamps, places and photos, and not the words of the reason', () => {
    const { end: _, ...stamps } = first.stamps;
    const photos = [{ hash: 'a'.repeat(64), bytes: 1, takenAt: first.startedAt, blurred: false }];
    const changed = { ...first, stamps, places: { start: { refused: true as const } }, photos, reason: 'why' };
    expect(changesBetween(first, changed).map(({ path }) => path)).toEqual(['places.start', 'photos', 'stamps.end', 'places.end']); // prettier-ignore
  });
});
