import { reviewNotesOf } from './review-notes.js';

it('notes of a reviewer are found at their item, wherever in it they point', () => {
  const notes = [
    { item: 'answers.wait', note: 'first' },
    { item: 'answers.wait.to', note: 'second' },
    { item: 'repeats.counter[1].queue', note: 'third' },
    { item: null, note: 'about all' },
  ];
  const { at, whole } = reviewNotesOf({
    report: 'r',
    returnedAt: '2026-11-22T08:00:00Z',
    reason: 'x',
    notes,
    sent: null,
  });
  expect([...at]).toEqual([
    ['answers.wait', ['first', 'second']],
    ['repeats.counter[1].queue', ['third']],
  ]);
  expect(whole).toEqual(['about all']);
  expect(reviewNotesOf(null)).toEqual({ at: new Map(), whole: [] });
});
