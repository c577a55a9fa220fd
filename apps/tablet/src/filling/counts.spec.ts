import type { AnswerSheet } from '#instruments';
import { askedSections } from './asked.js';
import { countsOf, totalOf } from './counts.js';
import { itemPathOf, troublesByPath, troublesOf } from './found.js';
import { sampleForm } from '../capture/sample-visit.js';

const form = sampleForm();
function counts(sheet: AnswerSheet, noted: readonly string[] = []) {
  const troubles = troublesByPath(troublesOf(form, sheet));
  return askedSections(form, sheet).map((asked) => countsOf(asked, troubles, new Set(noted)));
}

describe('the counters of a section', () => {
  it('count what is asked, answered and still needed', () => {
    expect(counts({ answers: { open: { value: 'no' } } })).toEqual([{ asked: 2, answered: 1, missing: 1, flagged: 0 }]);
  });

  it('call an item answered whose note and photo are still to come', () => {
    const [door] = counts({ answers: { open: { value: 'no' }, sign: { value: 'no' } } });
    expect(door).toEqual({ asked: 2, answered: 2, missing: 1, flagged: 0 });
  });

  it('do not call half an answer one, nor a wrong one missing', () => {
    const from = '2026-11-22T08:00:00Z';
    const half = { from } as never;
    const sheet = { answers: { open: { value: 'yes' }, wait: { value: half }, people: { value: 51 } } };
    // What depends on the wrong one stays in sight: nobody knows yet whether it is asked.
    expect(counts(sheet)[1]).toEqual({ asked: 3, answered: 1, missing: 1, flagged: 1 });
  });

  it('count a section that needs a repeat, and items with a note of the reviewer', () => {
    const [door, inside, counter] = counts({ answers: { open: { value: 'yes' } } }, ['answers.open', 'answers.wait']);
    expect([door?.flagged, inside?.flagged]).toEqual([1, 1]);
    expect(counter).toEqual({ asked: 0, answered: 0, missing: 1, flagged: 0 });
  });

  it('add up', () => {
    const one = { asked: 3, answered: 2, missing: 1, flagged: 0 };
    expect(totalOf([one, one])).toEqual({ asked: 6, answered: 4, missing: 2, flagged: 0 });
  });
});

describe('the item a fault is about', () => {
  it.each([
    ['answers.wait.comment', 'answers.wait'],
    ['answers.wait.to', 'answers.wait'],
    ['answers.list[2]', 'answers.list'],
    ['repeats.counter[1].queue.r1', 'repeats.counter[1].queue'],
    ['repeats.counter', 'repeats.counter'],
    ['answers.wait', 'answers.wait'],
  ])('of %s is %s', (where, path) => expect(itemPathOf(where)).toBe(path));
});
