import { sampleInstrument, type InstrumentSketch } from '../sample-instrument.js';
import { check } from './check.js';
import { compileInstrument } from './compile.js';
import { one, told } from './sample-check.js';

const morning = { from: '2026-11-22T08:00:00+04:00', to: '2026-11-22T08:30:00+04:00' };

describe('a sheet', () => {
  it.each<[string, unknown, string[]]>([
    ['nothing', null, [': notAnObject']],
    ['a list', [], [': notAnObject']],
    ['no answers', {}, ['answers: missing']],
    ['answers in a list', { answers: [] }, ['answers: notAnObject']],
    ['an item left out', { answers: {} }, ['answers.one: missing']],
    ['an unknown item', { answers: { one: { value: 'yes' }, two: { value: 'yes' } } }, ['answers.two: unknown']],
    [
      'a name that objects have by themselves',
      { answers: { one: { value: 'yes' }, constructor: {} } },
      ['answers.constructor: unknown'],
    ],
    ['another field', { answers: { one: { value: 'yes' } }, score: 100 }, ['score: unknown']],
    [
      'a section that does not repeat',
      { answers: { one: { value: 'yes' } }, repeats: { s1: [] } },
      ['repeats.s1: unknown'],
    ],
  ])('%s', (_, sheet, faults) => expect(told(one({}), sheet)).toEqual(faults));

  it('is told no more than a thousand faults', () => {
    const answers = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`x${at}`, {}]));
    expect(told(one({}), { answers })).toHaveLength(1_000);
  });

  it('may hold an item called like what objects have by themselves', () => {
    const sketch = { items: [{ code: 'constructor' }, { code: 'valueof', relevant: 'constructor == "yes"' }] };
    expect(told(sketch, { answers: {} })).toEqual(['answers.constructor: missing']);
    expect(told(sketch, { answers: { constructor: { value: 'yes' } } })).toEqual(['answers.valueof: missing']);
  });
});

describe('what is not asked', () => {
  const yes = (value: string) => ({ value });
  const chain: InstrumentSketch = {
    items: [{ code: 'c', relevant: 'b == "yes"' }, { code: 'b', relevant: 'a == "yes"' }, { code: 'a' }],
  };

  it.each<[string, Record<string, unknown>, string[]]>([
    ['is not missed', { a: yes('no') }, []],
    ['is missed when it is asked', { a: yes('yes') }, ['answers.b: missing']],
    ['may not be answered', { a: yes('no'), b: yes('yes') }, ['answers.b: notAsked']],
    [
      'decides about nothing',
      { a: yes('no'), b: yes('yes'), c: yes('yes') },
      ['answers.c: notAsked', 'answers.b: notAsked'],
    ],
    ['is what is decided by something not answered', { b: yes('no') }, ['answers.b: notAsked', 'answers.a: missing']],
    [
      'is not told where what decides was answered wrongly',
      { a: yes('maybe'), b: yes('yes'), c: yes('yes') },
      ['answers.a: notOneOf'],
    ],
    ['is all well', { a: yes('yes'), b: yes('yes'), c: yes('no') }, []],
  ])('%s', (_, answers, faults) => expect(told(chain, { answers })).toEqual(faults));

  it('is a whole section', () => {
    const sketch = {
      sections: [{ items: [{ code: 'a' }] }, { relevant: 'a == "yes"', items: [{ code: 'b' }, { code: 'c' }] }],
    };
    expect(told(sketch, { answers: { a: yes('no') } })).toEqual([]);
    expect(told(sketch, { answers: { a: yes('yes'), b: yes('no') } })).toEqual(['answers.c: missing']);
    expect(told(sketch, { answers: { a: yes('no'), b: yes('no') } })).toEqual(['answers.b: notAsked']);
  });

  it('is decided over minutes', () => {
    const sketch: InstrumentSketch = {
      items: [
        { code: 'wait', type: 'timePair' },
        { code: 'why', relevant: 'wait > 29.5' },
      ],
    };
    expect(told(sketch, { answers: { wait: { value: morning } } })).toEqual(['answers.why: missing']);
  });
});

describe('a constraint', () => {
  const message = { ar: 'لا يجتمعان', en: 'These exclude each other' };
  const constraints = [{ holds: 'queue == "yes" || wait < 5', message }];
  const sketch: InstrumentSketch = { items: [{ code: 'queue' }, { code: 'wait', type: 'number', constraints }] };
  const answers = (queue: string, wait: unknown) => ({ answers: { queue: { value: queue }, wait: { value: wait } } });

  it('must hold, and says its own message', () => {
    expect(check(compileInstrument(sampleInstrument(sketch)), answers('no', 25), { finished: true })).toEqual([
      { where: 'answers.wait', reason: 'constraint', value: '25', params: { ...message, number: 1 } },
    ]);
  });

  it('holds', () => expect(told(sketch, answers('yes', 25))).toEqual([]));
  it('holds while it is unknown', () => expect(told(sketch, { answers: { wait: { value: 25 } } }, false)).toEqual([]));
  it('is not asked of a wrong value', () =>
    expect(told(sketch, answers('no', '25'))).toEqual(['answers.wait: notANumber']));
});

describe('a section that repeats', () => {
  const sketch: InstrumentSketch = {
    sections: [
      { items: [{ code: 'open' }] },
      {
        code: 'counter',
        repeat: { min: 1, max: 2 },
        relevant: 'open == "yes"',
        items: [{ code: 'queue' }, { code: 'wait', type: 'number', relevant: 'queue == "yes" && open == "yes"' }],
      },
    ],
  };
  const short = { queue: { value: 'no' } };
  const sheet = (open: string, counter?: unknown) => ({
    answers: { open: { value: open } },
    ...(counter === undefined ? {} : { repeats: { counter } }),
  });

  it.each<[string, unknown, string[]]>([
    ['each time on its own', sheet('yes', [short, { queue: { value: 'yes' }, wait: { value: 3 } }]), []],
    ['an item left out', sheet('yes', [short, { queue: { value: 'yes' } }]), ['repeats.counter[1].wait: missing']],
    [
      'an item not asked this time',
      sheet('yes', [{ ...short, wait: { value: 3 } }]),
      ['repeats.counter[0].wait: notAsked'],
    ],
    ['too few', sheet('yes', []), ['repeats.counter: tooFew']],
    ['none at all', sheet('yes'), ['repeats.counter: tooFew']],
    ['too many', sheet('yes', [short, short, short]), ['repeats.counter: tooMany']],
    ['no list', sheet('yes', short), ['repeats.counter: notAList']],
    ['no answers', sheet('yes', [null]), ['repeats.counter[0]: notAnObject']],
    [
      'an item of elsewhere',
      sheet('yes', [{ ...short, open: { value: 'yes' } }]),
      ['repeats.counter[0].open: unknown'],
    ],
    ['not asked, none given', sheet('no'), []],
    ['not asked, but given', sheet('no', [short]), ['repeats.counter: notAsked']],
    [
      'given where it is asked once',
      { answers: { open: { value: 'yes' }, queue: { value: 'no' } }, repeats: { counter: [short] } },
      ['answers.queue: unknown'],
    ],
  ])('%s', (_, given, faults) => expect(told(sketch, given)).toEqual(faults));
});
