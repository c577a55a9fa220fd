import { sampleDocument, said, type InstrumentSketch, type ItemSketch } from '../sample-instrument.js';
import { readInstrument } from './read-instrument.js';

const faultsOf = (json: unknown) => readInstrument(json).faults.map(({ where, reason }) => `${where}: ${reason}`);
const faultsIn = (sketch: InstrumentSketch) => faultsOf(sampleDocument(sketch));
const one = (item: Record<string, unknown>) => ({
  items: [{ code: 'one', ...item }],
});
const item = 'sections[0].items[0]';
const critical = (effect: string, more: object = {}) => ({ critical: { on: ['no'], effect, ...more } });
const dimension = (code: string, weight = 1) => ({ code, title: said(code), weight });
const option = (code: string, more: object = {}) => ({ code, text: said(code), ...more });
const reasons = { reasons: [{ code: 'closed', text: said('closed') }] };

describe('readInstrument', () => {
  it('puts in the defaults', () => {
    const { instrument, faults } = readInstrument(sampleDocument(one({})));
    expect(faults).toEqual([]);
    expect(instrument?.sections[0]?.items[0]).toMatchObject({ required: true, weight: 1, reversed: false });
    expect(instrument?.scoring).toEqual({ mode: 'weights', notApplicable: 'exclude', minCompleteness: 0.9 });
  });

  it.each<[string, InstrumentSketch, string]>([
    [
      'a section twice',
      {
        sections: [
          { code: 's', items: [{ code: 'a' }] },
          { code: 's', items: [{ code: 'b' }] },
        ],
      },
      'sections[1].code: repeated',
    ],
    [
      'an item twice, in whatever sections',
      { sections: [{ items: [{ code: 'a' }] }, { items: [{ code: 'a' }] }] },
      'sections[1].items[0].code: repeated',
    ],
    ['a dimension twice', { dimensions: [dimension('d'), dimension('d')] }, 'dimensions[1].code: repeated'],
    ['a language twice', { languages: ['ar', 'ar'] }, 'languages[1]: repeated'],
    [
      'an option twice',
      one({ type: 'choice', options: [option('a'), option('a')] }),
      `${item}.options[1].code: repeated`,
    ],
    ['a row twice', one({ type: 'matrix', rows: [option('r'), option('r')] }), `${item}.rows[1].code: repeated`],
    [
      'a reason twice',
      one({ notApplicable: { reasons: [...reasons.reasons, ...reasons.reasons] } }),
      `${item}.notApplicable.reasons[1].code: repeated`,
    ],
    ['an item called like a word of the language', one({ code: 'in' }), `${item}.code: reservedWord`],
    ['an item called as nothing may be called', one({ code: 'prototype' }), `${item}.code: reservedWord`],
    ['an item called like a type of the language', one({ code: 'string' }), `${item}.code: reservedWord`],
    ['an unknown scale', one({ type: 'scale', scale: 'other' }), `${item}.scale: notOneOf`],
    ['an unknown dimension of an item', one({ dimension: 'other' }), `${item}.dimension: notOneOf`],
    [
      'an unknown dimension of a section',
      { sections: [{ dimension: 'other', items: [{ code: 'a' }] }] },
      'sections[0].dimension: notOneOf',
    ],
    ['numbers that cannot be', one({ type: 'number', min: 5, max: 4 }), `${item}.min: minAboveMax`],
    ['days that cannot be', one({ type: 'date', min: '2026-02-01', max: '2026-01-31' }), `${item}.min: minAboveMax`],
    ['texts that cannot be', one({ type: 'text', minLength: 11, maxLength: 10 }), `${item}.minLength: minAboveMax`],
    ['more to choose than there is', one({ type: 'choices', max: 4 }), `${item}.max: tooLarge`],
    ['more to choose at least than there is', one({ type: 'choices', min: 4 }), `${item}.min: minAboveMax`],
    ['more ranks than options', one({ type: 'ranking', ranks: 4 }), `${item}.ranks: tooLarge`],
    [
      'a repeat that cannot be',
      { sections: [{ repeat: { min: 3, max: 2 }, items: [{ code: 'a' }] }] },
      'sections[0].repeat.min: minAboveMax',
    ],
    ['a weight below zero', one({ weight: -1 }), `${item}.weight: tooSmall`],
    [
      'points below zero',
      one({ type: 'choice', options: [option('a', { points: -1 }), option('b')] }),
      `${item}.options[0].points: tooSmall`,
    ],
    [
      'an empty range',
      one({ type: 'number', points: [{ from: 5, to: 5, points: 1 }] }),
      `${item}.points[0]: emptyRange`,
    ],
    [
      'ranges that overlap',
      one({
        type: 'timePair',
        points: [
          { to: 5, points: 1 },
          { from: 4, points: 0 },
        ],
      }),
      `${item}.points[1]: rangesOverlap`,
    ],
    [
      'a comment on an answer that cannot be given',
      one({ comment: { rule: 'required', on: ['maybe'] } }),
      `${item}.comment.on[0]: notOneOf`,
    ],
    [
      'evidence where nothing can be said not to apply',
      one({ evidence: { rule: 'required', on: ['notApplicable'] } }),
      `${item}.evidence.on[0]: notOneOf`,
    ],
    [
      'a critical answer that cannot be given',
      one({ critical: { on: ['maybe'], effect: 'flag' } }),
      `${item}.critical.on[0]: notOneOf`,
    ],
    ['a cap without how high', one(critical('capVisit')), `${item}.critical.cap: missing`],
    ['how high without a cap', one(critical('voidVisit', { cap: 50 })), `${item}.critical.cap: noEffect`],
    [
      'critical where nothing is chosen',
      one({ type: 'text', critical: { on: ['x'], effect: 'flag' } }),
      `${item}.critical: criticalUnscored`,
    ],
    [
      'an exclusive option that is none',
      one({ type: 'choices', exclusive: ['none'] }),
      `${item}.exclusive[0]: notOneOf`,
    ],
    [
      'reasons for what may not be said',
      one({ notApplicable: reasons, notApplicablePolicy: 'notAllowed' }),
      `${item}.notApplicable: noEffect`,
    ],
    ['dimensions that all weigh nothing', { dimensions: [dimension('d', 0)] }, 'dimensions: weightsAllZero'],
    ['items that all weigh nothing', one({ weight: 0 }), 'sections: weightsAllZero'],
    [
      'sections that all weigh nothing',
      { scoring: { mode: 'sections' }, sections: [{ weight: 0, items: [{ code: 'a' }] }] },
      'sections: weightsAllZero',
    ],
    [
      'an nps scale that is not 0 to 10',
      { scales: [{ code: 'nps', kind: 'nps', options: [option('0'), option('10')] }] },
      'scales[0].options: npsOptions',
    ],
    [
      'a scale turned round where that means nothing',
      one({ type: 'number', reversed: true }),
      `${item}.reversed: unknown`,
    ],
    ['an unknown field', one({ colour: 'red' }), `${item}.colour: unknown`],
    ['an unknown type', one({ type: 'telepathy' }), `${item}.type: notOneOf`],
    ['a code with capitals', one({ code: 'Wait' }), `${item}.code: invalid`],
    ['a text that is a number', one({ text: { en: 5 } }), `${item}.text.en: notText`],
    ['no items', { sections: [{ items: [] }] }, 'sections[0].items: tooFew'],
    ['a text with a NUL', one({ text: said('\0') }), `${item}.text.ar: brokenText`],
  ])('tells of %s', (_, sketch, fault) => {
    const found = faultsIn(sketch);
    expect(found.filter((told) => told.startsWith(fault))).toHaveLength(1);
    expect(found.filter((told) => !told.endsWith('brokenText'))).toHaveLength(fault.endsWith('brokenText') ? 0 : 1);
    expect(readInstrument(sampleDocument(sketch)).instrument).toBeNull();
  });

  it('does not ask weights of a form that scores nothing', () => {
    expect(faultsIn(one({ type: 'text', weight: 0 }))).toEqual([]);
  });

  it('takes items called like what objects have by themselves', () => {
    const items: ItemSketch[] = ['constructor', 'size', 'valueof'].map((code) => ({
      code,
      relevant: 'asked == "yes"',
    }));
    expect(faultsIn({ items: [{ code: 'asked' }, ...items] })).toEqual([]);
  });

  it('takes ranges that touch, in any order', () => {
    const points = [
      { from: 10, points: 0 },
      { to: 5, points: 2 },
      { from: 5, to: 10, points: 1 },
    ];
    expect(faultsIn(one({ type: 'number', points }))).toEqual([]);
  });

  it('tells no more than a thousand faults', () => {
    const items = Array.from({ length: 1_500 }, () => ({ code: 'UPPER' }));
    const sections = [0, 1, 2].map((index) => ({ items: items.slice(index * 500, (index + 1) * 500) }));
    expect(faultsIn({ sections })).toHaveLength(1_000);
  });

  it('refuses more than two thousand items', () => {
    const sections = Array.from({ length: 5 }, (_, at) => ({
      items: Array.from({ length: at === 0 ? 1 : 500 }, (_, index) => ({ code: `i${at}_${index}` })),
    }));
    expect(faultsIn({ sections })).toEqual(['sections: tooManyItems']);
  });
});
