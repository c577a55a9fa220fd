import type { SentVisit } from '#fieldwork';
import { changesBetween } from './sent-changes.js';

const at = (time: string) => `2026-11-23T${time}:00+04:00`;
const answers = { signs: { value: 'yes' }, wait: { value: 7 }, queue: { value: 'yes' } };
const place = { latitude: 24.454, longitude: 54.3774, accuracy: 12, at: at('09:00') };
const first: SentVisit = {
  schema: 'nujoom.visit/1',
  assignment: '7f1c1d6e-4a3a-4b7e-9a53-6a4bd3a4a111',
  instrument: { code: 'small_visit', version: 1 },
  sheet: { answers },
  startedAt: at('09:00'),
  finishedAt: at('09:40'),
  stamps: { arrival: at('09:00'), end: at('09:30') },
  places: { start: place, end: place },
  photos: [],
  clock: { timeZone: 'Asia/Dubai', offsetMs: 0, measuredAt: null },
  app: { version: '1.0.0', language: 'ar' },
};

describe('changesBetween', () => {
  it('tells nothing of two that are alike', () => expect(changesBetween(first, { ...first })).toEqual([]));

  it('tells answers item by item, those that came and those that went', () => {
    const now = { signs: answers.signs, wait: { value: 9 }, remark: { value: 'نظيف' } };
    expect(changesBetween(first, { ...first, sheet: { answers: now } })).toEqual([
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
    const stamps = { arrival: at('09:00') };
    const photos = [{ hash: 'a'.repeat(64), bytes: 1, takenAt: first.startedAt, blurred: false }];
    const changed = { ...first, stamps, places: { start: { refused: true as const } }, photos, reason: 'why' };
    expect(changesBetween(first, changed).map(({ path }) => path)).toEqual(['places.start', 'photos', 'stamps.end', 'places.end']); // prettier-ignore
  });
});
