import { conditionIn, type AnswerKind } from './condition.js';

const kinds = new Map<string, AnswerKind>([
  ['channel', 'choice'],
  ['seen', 'choices'],
  ['wait', 'number'],
  ['served', 'number'],
  ['remark', 'text'],
  ['day', 'other'],
]);
const read = (text: string, self: string | null = null) => conditionIn(text, { kinds, self });

describe('conditionIn', () => {
  it.each([
    ["${channel} = 'desk'", 'channel == "desk"'],
    ['${ Channel }!="The-Desk"', 'channel != "the_desk"'],
    ["'desk' = ${channel}", 'channel == "desk"'],
    ['${channel} = 1', 'channel == "1"'],
    ['${wait} > 15', 'wait > 15'],
    ["${wait} >= '2.50'", 'wait >= 2.5'],
    ['0 <= ${wait}', 'wait >= 0'],
    ['${wait} > -.5', 'wait > -0.5'],
    ['${wait} < ${served}', 'wait < served'],
    ['${remark} = \'it is "fine"\'', 'remark == "it is \\"fine\\""'],
    ["selected(${seen}, 'queue')", '"queue" in seen'],
    ["selected(${channel}, 'desk')", 'channel == "desk"'],
    ["not(selected(${seen}, 'queue'))", '!("queue" in seen)'],
    ["${channel} = 'a' or ${wait} > 5 and ${wait} < 9", '(channel == "a" || (wait > 5 && wait < 9))'],
    ["(${channel} = 'a' or ${wait} > 5) and ${wait} < 9", '((channel == "a" || wait > 5) && wait < 9)'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it('knows itself in a constraint', () => {
    expect(read('. > 5 and . <= 10', 'wait')).toBe('(wait > 5 && wait <= 10)');
    expect(read('. > 5')).toBeNull();
  });

  it.each([
    ['the empty text', "${channel} != ''"],
    ['a question that is none', "${nobody} = 'x'"],
    ['a kind that conditions do not compare', "${day} = '2026-01-01'"],
    ['an order of options', "${channel} > 'a'"],
    ['several choices as one', "${seen} = 'queue'"],
    ['text and number', "${wait} > 'soon'"],
    ['text of two questions', '${remark} = ${channel}'],
    ['arithmetic', '${wait} + 5 > 9'],
    ['a function', "regex(., '[a-z]+')"],
    ['today', '${wait} < today()'],
    ['an end that is none', "${channel} = 'a' and"],
    ['a bracket that is not closed', "(${channel} = 'a'"],
    ['two conditions side by side', "${channel} = 'a' ${wait} > 5"],
    ['a value alone', '${wait}'],
    ['not of a value', 'not(${wait})'],
    ['text that does not end', "${channel} = 'a"],
    ['nothing', ' '],
    ['far too much', `${'('.repeat(5_000)}1`],
  ])('refuses %s', (_, text) => expect(read(text, 'wait')).toBeNull());
});
