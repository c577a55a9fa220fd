import { said } from '../sample-instrument.js';
import { given, one, told } from './sample-check.js';

const hash = 'ab'.repeat(32);
const other = 'cd'.repeat(32);
const reasons = { reasons: [{ code: 'closed', text: said('closed') }] };

describe('what stands beside a value', () => {
  const commented = { comment: { rule: 'required', on: ['no'] } } as const;
  const shown = {
    evidence: { rule: 'required', on: ['no', 'notApplicable'], maxCount: 1 },
    notApplicable: reasons,
  } as const;

  it.each<[string, Record<string, unknown>, unknown, string[]]>([
    ['a comment where it is needed', commented, { value: 'no', comment: 'The door was locked' }, []],
    ['no comment where none is needed', commented, { value: 'yes' }, []],
    ['no comment where it is needed', commented, { value: 'no' }, ['answers.one.comment: commentNeeded']],
    ['a comment that nobody asks for', {}, { value: 'no', comment: 'x' }, ['answers.one.comment: unknown']],
    ['a comment of NUL', commented, { value: 'yes', comment: '\0' }, ['answers.one.comment: brokenText']],
    ['too long a comment', commented, { value: 'yes', comment: 'x'.repeat(4_001) }, ['answers.one.comment: tooLong']],
    [
      'a comment on any answer',
      { comment: { rule: 'required' } },
      { value: 'yes' },
      ['answers.one.comment: commentNeeded'],
    ],
    ['a picture where it is needed', shown, { value: 'no', evidence: [hash] }, []],
    ['no picture where it is needed', shown, { value: 'no' }, ['answers.one.evidence: evidenceNeeded']],
    ['no picture of what does not apply', shown, { notApplicable: 'closed' }, ['answers.one.evidence: evidenceNeeded']],
    ['too many pictures', shown, { value: 'yes', evidence: [hash, other] }, ['answers.one.evidence: tooMany']],
    ['a reason why it does not apply', shown, { notApplicable: 'closed', evidence: [hash] }, []],
    [
      'an unknown reason',
      { notApplicable: reasons },
      { notApplicable: 'late' },
      ['answers.one.notApplicable: notOneOf'],
    ],
    [
      'a reason where it always applies',
      {},
      { notApplicable: 'closed' },
      ['answers.one.notApplicable: cannotBeNotApplicable'],
    ],
    [
      'a reason and an answer',
      { notApplicable: reasons },
      { value: 'yes', notApplicable: 'closed' },
      ['answers.one: valueAndNotApplicable'],
    ],
    ['another field', {}, { value: 'yes', score: 5 }, ['answers.one.score: unknown']],
    ['a prototype', {}, JSON.parse('{"value":"yes","__proto__":{"a":1}}'), ['answers.one.__proto__: unknown']],
    ['a value without its field', {}, 'yes', ['answers.one: notAnObject']],
    ['an empty answer', {}, {}, ['answers.one: missing']],
  ])('%s', (_, item, answer, faults) => expect(told(one(item), { answers: { one: answer } })).toEqual(faults));

  it('is needed for any of several answers', () => {
    const item = { type: 'choices', comment: { rule: 'required', on: ['b'] } } as const;
    expect(told(one(item), given(['a', 'b']))).toEqual(['answers.one.comment: commentNeeded']);
    const rows = { type: 'matrix', comment: { rule: 'required', on: ['never'] } } as const;
    expect(told(one(rows), given({ rows: { r1: 'fully', r2: 'never' } }))).toEqual([
      'answers.one.comment: commentNeeded',
    ]);
  });
});
