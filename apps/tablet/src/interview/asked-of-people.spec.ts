import { sampleForm } from '../capture/sample-visit.js';
import { askedSections } from '../filling/asked.js';
import { askedOfPeople } from './asked-of-people.js';

const asked = (answers: Readonly<Record<string, { value: string }>>) =>
  askedOfPeople(askedSections(sampleForm(), { answers }));

describe('what is asked of people', () => {
  it('is what a public page asks: nothing that repeats, notes as they are', () => {
    const codes = (open: string) =>
      asked({ open: { value: open } }).map(({ section, sets }) => [
        section.code,
        ...sets.flat().map(({ item }) => item.code),
      ]);
    expect(codes('yes')).toEqual([
      ['door', 'open', 'sign'],
      ['inside', 'wait', 'people'],
    ]);
    expect(codes('no')).toEqual([['door', 'open', 'hint', 'sign']]);
  });

  it('never asks for a photo beside an answer, but for the remark', () => {
    const sign = asked({ open: { value: 'no' } })[0]
      ?.sets.flat()
      .find(({ item }) => item.code === 'sign');
    expect(sign?.item.evidence).toBeUndefined();
    expect(sign?.item.comment).toBeDefined();
  });
});
