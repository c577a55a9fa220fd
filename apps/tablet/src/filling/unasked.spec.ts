import { check } from '#instruments';
import { sampleForm } from '../capture/sample-visit.js';
import { askedOnly } from './unasked.js';

const form = sampleForm();

describe('answers to what is no longer asked', () => {
  it('go, with their section, and the sheet then has nothing that is not asked', () => {
    const sheet = {
      answers: { open: { value: 'no' }, sign: { value: 'yes' }, people: { value: 7 }, queue: { value: 'yes' } },
      repeats: { counter: [{ free: { value: 'yes' } }] },
    };
    const { sheet: left, dropped } = askedOnly(form, sheet);
    expect(left).toEqual({ answers: { open: { value: 'no' }, sign: { value: 'yes' } }, repeats: {} });
    expect([...dropped].sort()).toEqual(['answers.people', 'answers.queue', 'repeats.counter']);
    expect(check(form, left, { finished: true })).toEqual([]);
  });

  it('go within a repeat too', () => {
    const sheet = { answers: { open: { value: 'yes' }, people: { value: 3 }, queue: { value: 'no' } } };
    expect(askedOnly(form, sheet).sheet.answers).toEqual({ open: { value: 'yes' }, people: { value: 3 } });
  });

  it('are none in a sheet where all is asked: it stays the very same', () => {
    const sheet = { answers: { open: { value: 'yes' } } };
    expect(askedOnly(form, sheet)).toEqual({ sheet, dropped: [] });
    expect(askedOnly(form, sheet).sheet).toBe(sheet);
  });
});
