import { Problem } from '#contract';
import { compileInstrument, readInstrument, type AnswerSheet } from '#instruments';
import { amendedSheet } from './amended-sheet.js';

const said = (text: string) => ({ ar: text, en: text });
const yesNo = (code: string, more = {}) => ({ type: 'yesNo', code, text: said(code), ...more });
const { instrument } = readInstrument({
  schema: 'nujoom.instrument/1',
  code: 'visit',
  version: 1,
  filledBy: 'mysteryShopper',
  title: said('visit'),
  languages: ['ar', 'en'],
  scoring: { mode: 'weights' },
  sections: [
    {
      code: 'arrival',
      title: said('arrival'),
      items: [
        yesNo('ticket'),
        yesNo('machine', { relevant: 'ticket == "yes"' }),
        yesNo('screen', { relevant: 'machine == "yes"' }),
        yesNo('asked', { relevant: 'ticket == "no"' }),
      ],
    },
    { code: 'counter', title: said('counter'), repeat: { min: 0, max: 3 }, items: [yesNo('polite')] },
  ],
});
const compiled = compileInstrument(instrument!);
const sheet: AnswerSheet = {
  answers: { ticket: { value: 'yes' }, machine: { value: 'yes' }, screen: { value: 'no' } },
  repeats: { counter: [{ polite: { value: 'no' } }, { polite: { value: 'yes' } }] },
};
const refusalOf = (item: string, answer: unknown) => {
  try {
    return amendedSheet(compiled, sheet, item, answer);
  } catch (problem) {
    return problem instanceof Problem ? problem.code : problem;
  }
};

describe('amendedSheet', () => {
  it('has the new answer and all others', () => {
    expect(amendedSheet(compiled, sheet, 'answers.screen', { value: 'yes' })).toEqual({
      ...sheet,
      answers: { ...sheet.answers, screen: { value: 'yes' } },
    });
  });

  it('loses what is not asked any more, however far down', () => {
    expect(amendedSheet(compiled, sheet, 'answers.ticket', { value: 'no' }).answers).toEqual({
      ticket: { value: 'no' },
    });
  });

  it('changes one time of a section that repeats', () => {
    const { repeats } = amendedSheet(compiled, sheet, 'repeats.counter[0].polite', { value: 'yes' });
    expect(repeats).toEqual({ counter: [{ polite: { value: 'yes' } }, { polite: { value: 'yes' } }] });
  });

  it.each([
    ['answers.ticket', { value: 'perhaps' }, 'visit.answersInvalid'],
    ['answers.asked', { value: 'yes' }, 'visit.answersInvalid'],
    ['answers.unheard', { value: 'yes' }, 'visit.answersInvalid'],
    ['repeats.counter[2].polite', { value: 'yes' }, 'visit.itemUnknown'],
    ['repeats.constructor[0].polite', { value: 'yes' }, 'visit.itemUnknown'],
    ['ticket', { value: 'yes' }, 'visit.itemUnknown'],
    ['answers.ticket', 'yes', 'visit.answersInvalid'],
  ])('%s cannot become %j', (item, answer, code) => expect(refusalOf(item, answer)).toBe(code));

  it('leaves what it was made of as it was', () => {
    const before = JSON.stringify(sheet);
    amendedSheet(compiled, sheet, 'answers.ticket', { value: 'no' });
    expect(JSON.stringify(sheet)).toBe(before);
  });
});
