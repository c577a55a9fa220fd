import fc from 'fast-check';
import { Instrument } from '../document/instrument.js';
import { sampleDocument, said, type ItemSketch } from '../sample-instrument.js';
import { isCondition, readCondition } from './condition.js';
import type { ConditionValue } from './evaluation.js';
import { scopesOf } from './scope.js';

const items: readonly ItemSketch[] = [
  { code: 'queue' },
  { code: 'counter', type: 'choice' },
  { code: 'docs', type: 'choices' },
  { code: 'remark', type: 'text' },
  { code: 'wait', type: 'timePair' },
  { code: 'windows', type: 'number' },
  { code: 'fee', type: 'money' },
  { code: 'day', type: 'date' },
  { code: 'hour', type: 'time' },
  { code: 'grid', type: 'matrix' },
  { code: 'photo', type: 'file' },
];
const clerk = { code: 'clerk', title: said('Clerk'), repeat: { min: 0, max: 3 }, items: [{ code: 'greeted' }] };
const scopes = scopesOf(Instrument.parse(sampleDocument({ sections: [{ items }, clerk] })));
const scope = scopes.of(null);

const read = (source: string) => readCondition(source, scope);
const flawsOf = (source: string, within = scope) => {
  const condition = readCondition(source, within);
  return isCondition(condition) ? [] : condition.map(({ reason }) => reason);
};

type Values = Readonly<Record<string, ConditionValue>>;

function outcomeOf(source: string, values: Values): boolean | undefined | 'flaw' {
  const condition = read(source);
  if (!isCondition(condition)) return 'flaw';
  const slots: (ConditionValue | undefined)[] = [];
  for (const name of condition.names) slots[scope.slotOf(name)] = values[name];
  return condition.holds(slots);
}

describe('a condition', () => {
  it.each<[string, string, Values, boolean | undefined]>([
    ['compares an answer with an option', 'queue == "yes"', { queue: 'yes' }, true],
    ['compares numbers with whole numbers', 'wait > 25', { wait: 25.5 }, true],
    ['is equal to a whole number', 'windows == 3', { windows: 3 }, true],
    ['is not equal to a whole number', '3 != windows', { windows: 3 }, false],
    ['adds whole numbers', 'wait + 5 >= 30 - windows', { wait: 20, windows: 5 }, true],
    ['divides with its fraction', 'wait / 2 == 2.5', { wait: 5 }, true],
    ['looks for a number in a list', 'windows in [1, 2, 3]', { windows: 2 }, true],
    ['looks for an answer in a list', 'counter in ["a", "b"]', { counter: 'c' }, false],
    ['looks among what was chosen', '"a" in docs', { docs: ['a', 'b'] }, true],
    ['counts what was chosen', 'size(docs) > 1 && docs.size() < 3', { docs: ['a', 'b'] }, true],
    ['counts characters, not code units', 'size(remark) == 1', { remark: '🙂' }, true],
    ['looks into a text', 'remark.contains("slow")', { remark: 'very slow' }, true],
    ['compares days as they are written', 'day >= "2026-01-01"', { day: '2026-11-22' }, true],
    ['compares times', 'hour < "14:00"', { hour: '07:30' }, true],
    ['chooses', '(queue == "yes" ? wait : 0.0) > 3', { queue: 'no', wait: 9 }, false],
    ['turns round', '!(queue == "yes")', { queue: 'no' }, true],
    ['knows the sign', '-wait < -3', { wait: 4 }, true],
    ['is unknown while its item is not answered', 'queue == "yes"', {}, undefined],
    ['is decided by one false side', 'queue == "yes" && wait > 3', { wait: 1 }, false],
    ['is decided by one true side', 'queue == "yes" || wait > 3', { wait: 4 }, true],
    ['is unknown when the other side does not decide', 'queue == "yes" || wait > 3', { wait: 1 }, undefined],
    ['asks only for the branch it takes', 'queue == "yes" ? wait > 3 : fee > 1', { queue: 'no', fee: 2 }, true],
    ['is unknown under a negation', '!(queue == "yes")', {}, undefined],
    ['is unknown for a list with an unknown', 'counter in [remark, "a"]', { counter: 'a' }, undefined],
  ])('%s', (_, source, values, outcome) => expect(outcomeOf(source, values)).toBe(outcome));

  it.each([
    ['an unknown item', 'gone == "yes"', 'conditionUnknownItem'],
    ['an item that has no value to compare', 'grid == "yes"', 'conditionItemType'],
    ['a file', 'size(photo) > 1', 'conditionItemType'],
    ['an item of a section that repeats', 'greeted == "yes"', 'conditionOutOfReach'],
    ['a number compared with text', 'wait == "long"', 'conditionTypes'],
    ['a text where truth is needed', 'queue && wait > 3', 'conditionTypes'],
    ['no condition at all', 'wait + 1', 'conditionNotTruth'],
    ['what cannot be read', 'wait >', 'conditionSyntax'],
    ['what is not closed', '(wait > 3', 'conditionSyntax'],
    ['patterns, whose time nobody knows', 'remark.matches("(a+)+$")', 'conditionNotAllowed'],
    ['loops', 'docs.exists(d, d == "a")', 'conditionNotAllowed'],
    ['access by position', 'docs[0] == "a"', 'conditionNotAllowed'],
    ['maps', '{"a": 1}.a == 1', 'conditionNotAllowed'],
    ['other functions', 'string(wait) == "3.0"', 'conditionNotAllowed'],
    ['presence, which being unknown says already', 'has(docs.a)', 'conditionNotAllowed'],
    ['the remainder', 'wait % 2.0 == 1.0', 'conditionNotAllowed'],
    ['joined texts', 'remark + "a" == "ba"', 'conditionNotAllowed'],
    ['null', 'queue == null', 'conditionNotAllowed'],
    ['an empty list', 'wait in []', 'conditionNotAllowed'],
    ['numbers of a kind that nobody needs', 'wait > 3u', 'conditionNotAllowed'],
    ['whole numbers too large to be kept', 'wait > 9007199254740993', 'conditionNotAllowed'],
    ['whole numbers divided, whose fraction would be lost', 'wait > 3 / 2', 'conditionNotAllowed'],
    ['options compared by order, which they have not', 'counter > "a"', 'conditionNotAllowed'],
    ['texts looked for that a respondent writes', '"abc".contains(remark)', 'conditionNotAllowed'],
    ['an option that the item does not have', 'queue == "ja"', 'conditionUnknownOption'],
    ['an option in a list', 'counter in ["a", "d"]', 'conditionUnknownOption'],
    ['an option among what is chosen', '"d" in docs', 'conditionUnknownOption'],
    ['more depth than anybody reads', `${'('.repeat(40)}wait > 3${')'.repeat(40)}`, 'conditionTooLarge'],
    ['more parts than anybody reads', Array(80).fill('wait > 3').join('||'), 'conditionTooLarge'],
  ])('refuses %s', (_, source, reason) => expect(flawsOf(source)).toEqual([reason]));

  it('within a section that repeats also names items of that section', () => {
    expect(flawsOf('greeted == "yes" && queue == "no"', scopes.of('clerk'))).toEqual([]);
  });

  it('says where it cannot be read, counted from 1', () => {
    expect(read('wait > > 3')).toEqual([{ reason: 'conditionSyntax', params: { at: 8 } }]);
  });

  it('is read or refused, never anything else, whatever stands there', () => {
    const pieces = fc.constantFrom(
      'wait',
      'queue',
      '"yes"',
      '>',
      '==',
      '(',
      ')',
      '&&',
      '!',
      '+',
      '3',
      '[',
      ']',
      '.',
      '?',
      ':',
      'in',
      '\\',
      "'",
      '"',
    );
    const source = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 12 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(source, (text) => void read(text)),
      { numRuns: 1_000 },
    );
  });
});

describe('the outcome of a condition', () => {
  const number = fc.letrec((tie) => ({
    number: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('wait', 'windows', 'fee', '3.5', 'size(docs)'),
      fc.nat(9).map(String),
      fc.tuple(tie('number'), fc.constantFrom('+', '-', '*'), tie('number')).map((parts) => `(${parts.join(' ')})`),
      fc.tuple(tie('number'), fc.constantFrom('2.0', 'wait')).map(([a, b]) => `(${String(a)} / ${b})`),
      tie('number').map((one) => `-${String(one)}`),
    ),
  })).number;
  const leaf = fc.oneof(
    fc.tuple(number, fc.constantFrom('<', '<=', '>', '>=', '==', '!='), number).map((parts) => parts.join(' ')),
    fc.constantFrom('queue == "yes"', 'queue != "no"', 'counter in ["a", "c"]', '"b" in docs', 'docs == ["a"]', 'true'),
    fc.constantFrom('remark.startsWith("a")', 'remark.endsWith("b")', 'remark.contains("ab")', 'day < "2026-06-01"'),
  );
  const truth = fc.letrec((tie) => ({
    truth: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc
        .tuple(tie('truth'), fc.constantFrom('&&', '||', '=='), tie('truth'))
        .map(([a, op, b]) => `((${String(a)}) ${op} (${String(b)}))`),
      tie('truth').map((one) => `!(${String(one)})`),
      fc
        .tuple(tie('truth'), tie('truth'), tie('truth'))
        .map(([a, b, c]) => `((${String(a)}) ? (${String(b)}) : (${String(c)}))`),
    ),
  })).truth;
  const values = fc.record(
    {
      queue: fc.constantFrom('yes', 'no'),
      counter: fc.constantFrom('a', 'b', 'c'),
      docs: fc.subarray(['a', 'b', 'c']),
      remark: fc.stringMatching(/^[ab]{1,4}$/),
      wait: fc.integer({ min: 0, max: 20 }).map((half) => half / 2),
      windows: fc.nat(9),
      fee: fc.nat(9),
      day: fc.constantFrom('2026-01-01', '2026-12-31'),
    },
    { requiredKeys: [] },
  );

  it('is that of the CEL library, where its errors are what is unknown here', () => {
    let known = 0;
    fc.assert(
      fc.property(truth, values, (source, given) => {
        const condition = read(source);
        fc.pre(isCondition(condition));
        known++;
        expect(outcomeOf(source, given)).toBe(libraryOutcome(source, given));
      }),
      { numRuns: 2_000 },
    );
    expect(known).toBeGreaterThan(500);
  });

  function libraryOutcome(source: string, given: object): boolean | undefined {
    try {
      return scope.environment.evaluate(source, { ...given }) as boolean;
    } catch {
      return undefined;
    }
  }
});
