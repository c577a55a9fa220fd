import type { ShortItem, ShortSurvey } from '../../../api/src/surveys/kiosk/survey-form.js';
import { isEnough, sheetOf, stepsAfter, tapped } from './sitting.js';

const both = { ar: 'س', en: 'q' };
const item = (code: string, more: Partial<ShortItem> = {}): ShortItem => ({
  ...{ code, type: 'choices', text: both, required: false, most: 2, alone: ['none'] },
  options: ['a', 'b', 'c', 'none'].map((option) => ({ code: option, text: both })),
  ...more,
});
const survey: ShortSurvey = {
  face: item('face', { type: 'scale', required: true }),
  then: { a: ['why', 'end', 'comment'], b: [] },
  items: {
    why: item('why'),
    end: item('end', { type: 'choice', required: true }),
    comment: item('comment', { type: 'text' }),
  },
};
const sitting = { id: '1', face: 'a', picks: {}, at: 0 };

describe('what one customer taps', () => {
  it('is asked by taps alone, in order', () => {
    expect(stepsAfter(survey, 'a').map(({ code }) => code)).toEqual(['why', 'end']);
    expect(stepsAfter(survey, 'b')).toEqual([]);
    expect(stepsAfter(survey, 'none of it')).toEqual([]);
  });

  it.each([
    ['a tap chooses', [], 'a', ['a']],
    ['a second one takes it back', ['a'], 'a', []],
    ['no more than may be', ['a', 'b'], 'c', ['a', 'b']],
    ['what stands alone puts the others out', ['a', 'b'], 'none', ['none']],
    ['and gives way to them', ['none'], 'a', ['a']],
  ])('%s', (_, picks, option, after) => expect(tapped(survey.items['why'] ?? item(''), picks, option)).toEqual(after));

  it('is one choice where one is asked for', () =>
    expect(tapped(item('x', { type: 'choice' }), ['a'], 'b')).toEqual(['b']));

  it('is enough when nothing required is missing', () => {
    expect(isEnough(survey, sitting)).toBe(false);
    expect(isEnough(survey, { ...sitting, picks: { end: ['b'] } })).toBe(true);
    expect(isEnough(survey, { ...sitting, face: 'b' })).toBe(true);
  });

  it('is sent as a sheet that names nothing unanswered', () =>
    expect(sheetOf(survey, { ...sitting, picks: { why: [], end: ['b'] } })).toEqual({
      answers: { face: { value: 'a' }, end: { value: 'b' } },
    }));

  it('leaves out what was chosen for another face', () =>
    expect(sheetOf(survey, { ...sitting, face: 'b', picks: { why: ['a'] } })).toEqual({
      answers: { face: { value: 'b' } },
    }));
});
