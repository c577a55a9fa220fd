import type { AnswerSheet } from '#instruments';
import { askedSections } from './asked.js';
import { elsewhere, toMend } from './finish-list.js';
import { troublesByPath, troublesOf } from './found.js';
import { sampleForm } from '../capture/sample-visit.js';

const form = sampleForm();
function listed(sheet: AnswerSheet) {
  const troubles = troublesOf(form, sheet);
  const sections = askedSections(form, sheet);
  return {
    mend: toMend(sections, troublesByPath(troubles)).map(({ path, faults }) => [
      path,
      ...faults.map((one) => one.reason),
    ]),
    strange: elsewhere(sections, troubles).length,
  };
}

describe('what is to be mended', () => {
  it('is listed by item in the order of the form, the section after its items', () => {
    const sheet = { answers: { open: { value: 'yes' }, sign: { value: 'no' }, people: { value: 51 } } };
    expect(listed(sheet)).toEqual({
      mend: [
        ['answers.sign', 'commentNeeded', 'evidenceNeeded'],
        ['answers.wait', 'missing'],
        ['answers.people', 'tooLarge'],
        ['repeats.counter', 'tooFew'],
      ],
      strange: 0,
    });
  });

  it('does not hold what goes by itself: answers to what is no longer asked', () => {
    expect(listed({ answers: { open: { value: 'no' }, sign: { value: 'yes' }, people: { value: 7 } } })).toEqual({
      mend: [],
      strange: 0,
    });
  });

  it('tells what no page shows, rather than call a visit finished that is not', () => {
    expect(listed({ answers: { open: { value: 'no' }, sign: { value: 'yes' }, other: { value: 1 } } }).strange).toBe(1);
  });
});
