import { QuietTime, type Before } from './quiet-time.js';

describe('a tap', () => {
  it.each<[string, Before, number, number, string]>([
    ['on a new screen chooses', 'nothing', 0, 1, 'choice'],
    ['right after a face hits again', 'face', 799, 1, 'repeated'],
    ['of two hands in a row too', 'face', 500, 3, 'repeated'],
    ['that doubles the first is one with it', 'face', 100, 2, 'ignored'],
    ['a while after a face chooses', 'face', 800, 1, 'choice'],
    ['right after another step is ignored, since it may double that', 'step', 299, 1, 'ignored'],
    ['on the faces shortly after the thank-you hits again', 'thanks', 2_499, 1, 'repeated'],
    ['on the faces later chooses', 'thanks', 2_500, 1, 'choice'],
  ])('%s', (_, before, after, detail, meaning) => {
    let now = 1_000;
    const quiet = new QuietTime(() => now);
    quiet.begin(before);
    now += after;
    expect(quiet.meaningOf({ detail })).toBe(meaning);
  });
});
