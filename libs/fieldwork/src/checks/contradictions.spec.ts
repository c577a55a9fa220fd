import { Contradiction } from '../plan/visit-plan.js';
import { contradictionFaults, contradictionsOf } from './contradictions.js';
import { findingsOf } from './findings-of.js';
import { context, form, honest, morning, sheetOf } from './test/visit-form.js';

const message = { ar: 'لا طابور مع انتظار طويل', en: 'No queue, and a long wait' };
const rule = (when: string, instrument = 'centre_visit') => Contradiction.parse({ instrument, when, message });
const noQueue = rule('has1 == "no" && wait > 15');
const wait = (minutes: string) => ({ from: morning('09:00'), to: morning(minutes) });

function found(rules: readonly Contradiction[], values: Parameters<typeof sheetOf>[0]) {
  const contradictions = contradictionsOf(rules, form.instrument);
  return findingsOf({ ...honest, sheet: sheetOf(values) }, { ...context, contradictions });
}

describe('contradiction', () => {
  it('tells answers that cannot both be, with the message of the plan', () => {
    expect(found([rule('how1 == "fully"'), noQueue], { has1: 'no', wait: wait('09:25') })).toEqual([
      { code: 'contradiction', item: 'answers.has1', params: { ...message, number: 2 } },
    ]);
  });

  it.each<[string, Parameters<typeof sheetOf>[0]]>([
    ['one of both does not hold', { has1: 'no', wait: wait('09:10') }],
    ['one of both was not answered', { has1: 'no' }],
  ])('tells nothing when %s', (_, values) => expect(found([noQueue], values)).toEqual([]));

  it('leaves rules about other instruments and rules with faults alone', () => {
    expect(found([rule('has1 == "no"', 'web_visit'), rule('has1 ==')], { has1: 'no' })).toEqual([]);
  });
});

describe('contradictionFaults', () => {
  it.each([
    ['a good one', rule('has1 == "no" && how1 in ["fully", "mostly"]'), []],
    ['about another instrument', rule('gone ==', 'web_visit'), []],
    ['an item that is not there', rule('gone == "no"'), ['conditionUnknownItem']],
    ['an option that is not there', rule('has1 == "maybe"'), ['conditionUnknownOption']],
    ['what repeats', rule('greeted == "no"'), ['conditionOutOfReach']],
    ['bad syntax', rule('has1 =='), ['conditionSyntax']],
    ['no truth', rule('wait + 1'), ['conditionNotTruth']],
    ['what can take long', rule('[1, 2].all(x, x > 0)'), ['conditionNotAllowed']],
  ])('%s', (_, one, reasons) => {
    const faults = contradictionFaults([noQueue, one], form.instrument);
    expect(faults.map(({ reason }) => reason)).toEqual(reasons);
    for (const { where } of faults) expect(where).toBe('contradictions[1].when');
  });
});
