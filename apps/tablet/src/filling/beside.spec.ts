import { check, type Given } from '#instruments';
import { besideRuleOf } from './beside.js';
import { hashOf, sampleForm } from '../capture/sample-visit.js';

const form = sampleForm();
const item = form.instrument.sections[0]!.items[2]!;

describe('what stands beside an answer', () => {
  it.each<[string, Given | undefined]>([
    ['no answer', undefined],
    ['a good answer', { value: 'yes' }],
    ['a bad answer', { value: 'no' }],
    ['a bad answer with its note', { value: 'no', comment: 'why' }],
    ['a bad answer with its photo', { value: 'no', evidence: [hashOf('a')] }],
  ])('is required exactly where the check asks for it: %s', (_, given) => {
    const answers = { open: { value: 'no' }, ...(given && { sign: given }) };
    const wanted = check(form, { answers }, { finished: true }).map(({ reason }) => reason);
    const missing = (rule: string, has: unknown) => rule === 'required' && has === undefined;
    expect(wanted.includes('commentNeeded')).toBe(missing(besideRuleOf(item.comment, given), given?.comment));
    expect(wanted.includes('evidenceNeeded')).toBe(missing(besideRuleOf(item.evidence, given), given?.evidence));
  });

  it.each<[Given, readonly string[] | undefined, string]>([
    [{ value: ['a', 'b'] }, ['b'], 'required'],
    [{ value: { rows: { r1: 'a', r2: 'b' } } }, ['b'], 'required'],
    [{ value: 7 }, undefined, 'required'],
    [{ value: { refused: true } }, ['b'], 'none'],
    [{ notApplicable: 'closed' }, undefined, 'none'],
    [{ notApplicable: 'closed' }, ['notApplicable'], 'required'],
    [{}, undefined, 'none'],
  ])('of %o, asked on %o, is %s', (given, on, rule) => {
    expect(besideRuleOf({ rule: 'required', ...(on && { on: [...on] }) }, given)).toBe(rule);
  });

  it('is nothing where nothing is asked', () => expect(besideRuleOf(undefined, { value: 'no' })).toBe('none'));
});
