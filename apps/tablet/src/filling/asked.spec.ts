import type { AnswerSheet } from '#instruments';
import { askedSections } from './asked.js';
import { sampleForm } from '../capture/sample-visit.js';

const form = sampleForm();
const pathsOf = (sheet: AnswerSheet) =>
  askedSections(form, sheet).map(({ section, sets }) => [section.code, ...sets.flat().map(({ path }) => path)]);
const open = { open: { value: 'yes' } };

describe('what is asked', () => {
  it('is only what does not depend on anything, at first', () => {
    expect(pathsOf({ answers: {} })).toEqual([['door', 'answers.open', 'answers.sign']]);
  });

  it('holds a note only where it is to be read', () => {
    expect(pathsOf({ answers: { open: { value: 'no' } } })).toEqual([
      ['door', 'answers.open', 'answers.hint', 'answers.sign'],
    ]);
  });

  it('holds a section that repeats even before its first repeat', () => {
    expect(pathsOf({ answers: open })).toEqual([
      ['door', 'answers.open', 'answers.sign'],
      ['inside', 'answers.wait', 'answers.people'],
      ['counter'],
    ]);
  });

  it('follows answers of other items, and holds each repeat', () => {
    const sheet = { answers: { ...open, people: { value: 6 } }, repeats: { counter: [{}, {}] } };
    expect(pathsOf(sheet).slice(1)).toEqual([
      ['inside', 'answers.wait', 'answers.people', 'answers.queue'],
      [
        'counter',
        'repeats.counter[0].free',
        'repeats.counter[0].remark',
        'repeats.counter[1].free',
        'repeats.counter[1].remark',
      ],
    ]);
  });

  it('tells what became of each', () => {
    const sheet = { answers: { ...open, people: { value: 6 }, queue: { notApplicable: 'none' } } };
    const states = askedSections(form, sheet).flatMap(({ sets }) => sets.flat().map(({ state }) => state));
    expect(states).toEqual(['answered', 'missing', 'missing', 'answered', 'notApplicable']);
  });
});
