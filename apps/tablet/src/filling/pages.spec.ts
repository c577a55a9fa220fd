import { askedSections } from './asked.js';
import { pageOfSection, pagesOf, pageWith, placeOf } from './pages.js';
import { sampleForm } from '../capture/sample-visit.js';

const form = sampleForm();
const sheet = { answers: { open: { value: 'yes' } }, repeats: { counter: [{}] } };
const sections = askedSections(form, sheet);
const keys = (by: 'section' | 'item') => pagesOf(sections, by).map(({ key }) => key);

describe('the pages', () => {
  it('are the sections and the end', () => expect(keys('section')).toEqual(['door', 'inside', 'counter', 'finish']));

  it('are the items and the end; what repeats stays together', () => {
    expect(keys('item')).toEqual([
      'answers.open',
      'answers.sign',
      'answers.wait',
      'answers.people',
      'counter',
      'finish',
    ]);
  });

  it('are found by an item, by a section, by its place', () => {
    const pages = pagesOf(sections, 'item');
    expect(pageWith(pages, 'answers.wait')).toBe(2);
    expect(pageWith(pages, 'repeats.counter[0].free')).toBe(4);
    expect(pageWith(pages, 'repeats.counter')).toBe(4);
    expect(pageWith(pages, 'answers.queue')).toBe(-1);
    expect(pageOfSection(pages, 1)).toBe(2);
    expect(pageWith(pagesOf(sections, 'section'), 'answers.sign')).toBe(0);
  });

  it('keep the place of one that is not asked any more, within what there is', () => {
    const fewer = pagesOf(askedSections(form, { answers: { open: { value: 'no' } } }), 'section');
    expect(placeOf(fewer, 'door', 5)).toBe(0);
    expect(placeOf(fewer, 'counter', 2)).toBe(1);
    expect(placeOf(fewer, null, -1)).toBe(0);
  });
});
