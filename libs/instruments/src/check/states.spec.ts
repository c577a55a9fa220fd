import { said, sampleInstrument } from '../sample-instrument.js';
import { compileInstrument } from './compile.js';
import { statesOf } from './states.js';

const reasons = { reasons: [{ code: 'closed', text: said('closed') }] };
const compiled = compileInstrument(
  sampleInstrument({
    sections: [
      {
        items: [
          { code: 'hint', type: 'note' },
          { code: 'open' },
          { code: 'ramp', notApplicable: reasons },
          { code: 'queue', relevant: 'open == "yes"' },
          { code: 'remark', type: 'text', required: false },
        ],
      },
      {
        code: 'counter',
        repeat: { min: 0, max: 2 },
        items: [{ code: 'greeted' }, { code: 'named', relevant: 'greeted == "yes"' }],
      },
    ],
  }),
);
const states = (sheet: unknown) => Object.fromEntries(statesOf(compiled, sheet));

describe('statesOf', () => {
  it('keeps the four states apart, for each repeat', () => {
    const sheet = {
      answers: { open: { value: 'no' }, ramp: { notApplicable: 'closed' } },
      repeats: { counter: [{ greeted: { value: 'yes' } }, {}] },
    };
    expect(states(sheet)).toEqual({
      'answers.open': 'answered',
      'answers.ramp': 'notApplicable',
      'answers.queue': 'notAsked',
      'answers.remark': 'missing',
      'repeats.counter[0].greeted': 'answered',
      'repeats.counter[0].named': 'missing',
      'repeats.counter[1].greeted': 'missing',
      'repeats.counter[1].named': 'notAsked',
    });
  });

  it('counts a comment alone as no answer', () => {
    expect(states({ answers: { open: { comment: 'x' } } })['answers.open']).toBe('missing');
  });

  it.each([
    [null],
    [[]],
    [{}],
    [{ answers: [], repeats: 5 }],
    [{ answers: { open: null }, repeats: { counter: [null] } }],
  ])('never throws: %j', (sheet) => expect(states(sheet)['answers.open']).toBe('missing'));
});
