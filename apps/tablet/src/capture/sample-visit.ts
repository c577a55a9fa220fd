import { compileInstrument, readInstrument, type AnswerSheet, type CompiledInstrument } from '#instruments';
import type { Draft } from '../store/model.js';

const text = { ar: 'نص', en: 'Text' };
const item = (code: string, rest: object = {}) => ({ type: 'yesNo', code, text, ...rest });

/** A small form with what forms can have: relevance, a note, a section that repeats, answers that ask for more. For specs only. */
export function sampleForm(): CompiledInstrument {
  const { instrument, faults } = readInstrument({
    schema: 'nujoom.instrument/1',
    code: 'visit',
    version: 1,
    filledBy: 'mysteryShopper',
    title: text,
    languages: ['ar', 'en'],
    scoring: { mode: 'weights' },
    sections: [
      {
        code: 'door',
        title: text,
        items: [
          item('open'),
          { type: 'note', code: 'hint', text, relevant: 'open == "no"' },
          item('sign', {
            comment: { rule: 'required', on: ['no'] },
            evidence: { rule: 'required', on: ['no'], maxCount: 2 },
          }),
        ],
      },
      {
        code: 'inside',
        title: text,
        relevant: 'open == "yes"',
        items: [
          { type: 'timePair', code: 'wait', text, from: text, to: text },
          { type: 'number', code: 'people', text, max: 50 },
          item('queue', { relevant: 'people > 5.0', notApplicable: { reasons: [{ code: 'none', text }] } }),
        ],
      },
      {
        code: 'counter',
        title: text,
        relevant: 'open == "yes"',
        repeat: { min: 1, max: 3 },
        items: [item('free'), { type: 'text', code: 'remark', text, required: false }],
      },
    ],
  });
  if (!instrument) throw new RangeError(`The sample has faults: ${JSON.stringify(faults)}`);
  return compileInstrument(instrument);
}

/** A draft with this sheet. */
export function sampleDraft(sheet: AnswerSheet = { answers: {} }, rest: Partial<Draft> = {}): Draft {
  return {
    id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
    assignment: '7f9619ff-8b86-4d01-b42d-00cf4fc964ff',
    sheet,
    startedAt: '2026-11-22T08:00:00Z',
    changedAt: '2026-11-22T08:00:00Z',
    stamps: {},
    places: {},
    photos: [],
    page: 0,
    ...rest,
  };
}

/** A hash that photos could have. */
export const hashOf = (digit: string) => digit.repeat(64);
