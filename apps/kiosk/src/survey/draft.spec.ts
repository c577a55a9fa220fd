import type { SurveyForm } from '../../../api/src/surveys/kiosk/survey-form.js';
import { draftOf } from './draft.js';

const both = { ar: 'س', en: 'q' };
const face = { code: 'overall', type: 'scale', text: both, required: true, options: [], most: 1, alone: [] } as const;
const why = { ...face, code: 'why', type: 'choice' } as const;
const form = {
  ...{ code: 'c', consent: { version: 3, text: both } },
  short: { face, then: { bad: ['why'], good: [] }, items: { why } },
} as unknown as SurveyForm;
const sitting = { id: 'a', face: 'good', picks: {}, at: 0 };

describe('what was tapped so far', () => {
  it('is what would be sent, in its language and under the text that was agreed to', () =>
    expect(draftOf({ form, language: 'ur' }, sitting, 0, 5)).toEqual({
      ...{ id: 'a', at: 5, isEnough: true },
      sent: {
        ...{ schema: 'nujoom.response/1', code: 'c', language: 'ur', consent: 3 },
        sheet: { answers: { overall: { value: 'good' } } },
      },
    }));

  it('tells of taps that were ignored', () =>
    expect(draftOf({ form, language: 'ar' }, sitting, 2, 5).sent).toMatchObject({ repeatedTaps: 2 }));

  it('is not sent as long as something required is missing', () =>
    expect(draftOf({ form, language: 'ar' }, { ...sitting, face: 'bad' }, 0, 5).isEnough).toBe(false));
});
