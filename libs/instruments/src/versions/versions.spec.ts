import type { Comparability } from '#documents';
import { said, sampleInstrument, type InstrumentSketch, type ItemSketch } from '../sample-instrument.js';
import { comparability } from './comparability.js';
import { continuationFaults } from './continuation.js';

type Sketch = Record<string, unknown>;
const one = (item: Sketch, more: InstrumentSketch = {}): InstrumentSketch => ({
  items: [{ code: 'one', ...item }],
  ...more,
});
const option = (code: string, more: object = {}) => ({ code, text: said(code), ...more });
const scale = (kind: 'agreement' | 'smiley', ...options: object[]) => ({
  scales: [{ code: 'agreement', kind, options }],
});

describe('comparability', () => {
  const found = (before: InstrumentSketch, after: InstrumentSketch) =>
    comparability(sampleInstrument(before), sampleInstrument(after)).get('one');
  const agreement = [option('no'), option('yes')];

  it.each<[string, InstrumentSketch, InstrumentSketch, Comparability]>([
    ['the same document', one({}), one({}), 'same'],
    [
      'another place, weight and condition',
      one({}),
      { items: [{ code: 'two' }, { code: 'one', weight: 5, relevant: 'two == "yes"' }] },
      'same',
    ],
    ['another language added', one({ text: { en: 'Queue?' } }), one({ text: { en: 'Queue?', ur: 'قطار؟' } }), 'same'],
    [
      'options in another order',
      one({ type: 'choice' }),
      one({ type: 'choice', options: ['c', 'a', 'b'].map((code) => option(code)) }),
      'same',
    ],
    [
      'the same scale under another name',
      one({ type: 'scale' }),
      one(
        { type: 'scale', scale: 'renamed' },
        { scales: [{ ...sampleInstrument(one({})).scales[0], code: 'renamed' }] as never },
      ),
      'same',
    ],
    [
      'points that were there unsaid',
      one({ type: 'scale' }, scale('agreement', ...agreement)),
      one({ type: 'scale' }, scale('agreement', option('no', { points: 0 }), option('yes', { points: 1 }))),
      'same',
    ],
    ['other words', one({}), one({ text: said('else') }), 'reworded'],
    ['other words in one language', one({}), one({ text: { ...said('Item one'), ar: 'غيره' } }), 'reworded'],
    ['help added', one({}), one({ help: said('help') }), 'reworded'],
    [
      'other words of an option',
      one({ type: 'choice' }),
      one({ type: 'choice', options: [option('a', { text: said('x') }), option('b'), option('c')] }),
      'reworded',
    ],
    [
      'other words of a scale',
      one({ type: 'scale' }, scale('agreement', ...agreement)),
      one({ type: 'scale' }, scale('agreement', option('no'), option('yes', { text: said('x') }))),
      'reworded',
    ],
    ['another type', one({}), one({ type: 'text' }), 'rescaled'],
    [
      'an option more',
      one({ type: 'choice' }),
      one({ type: 'choice', options: ['a', 'b', 'c', 'd'].map((code) => option(code)) }),
      'rescaled',
    ],
    [
      'other points',
      one({ type: 'choice' }),
      one({ type: 'choice', options: [option('a', { points: 2 }), option('b'), option('c')] }),
      'rescaled',
    ],
    [
      'a scale in another order',
      one({ type: 'scale' }, scale('agreement', ...agreement)),
      one({ type: 'scale' }, scale('agreement', option('yes'), option('no'))),
      'rescaled',
    ],
    [
      'a scale drawn in another way',
      one({ type: 'scale' }, scale('agreement', ...agreement)),
      one({ type: 'scale' }, scale('smiley', ...agreement)),
      'rescaled',
    ],
    ['turned round', one({}), one({ reversed: true }), 'rescaled'],
    [
      'other ranges',
      one({ type: 'number', points: [{ to: 5, points: 1 }] }),
      one({ type: 'number', points: [{ to: 6, points: 1 }] }),
      'rescaled',
    ],
    [
      'another unit',
      one({ type: 'number', unit: said('minutes') }),
      one({ type: 'number', unit: said('hours') }),
      'rescaled',
    ],
    ['another currency', one({ type: 'money' }), one({ type: 'money', currency: 'OMR' }), 'rescaled'],
    ['a row less', one({ type: 'matrix' }), one({ type: 'matrix', rows: [option('r1')] }), 'rescaled'],
    ['more to choose', one({ type: 'choices', max: 1 }), one({ type: 'choices', max: 2 }), 'rescaled'],
    ['rescaled and reworded at once', one({}), one({ reversed: true, text: said('else') }), 'rescaled'],
    ['not there before', { items: [{ code: 'two' }] }, one({}), 'new'],
    ['not there any more', one({}), { items: [{ code: 'two' }] }, 'dropped'],
  ])('%s', (_, before, after, comparison) => expect(found(before, after)).toBe(comparison));
});

describe('continuationFaults', () => {
  const before = sampleInstrument({
    version: 3,
    items: [{ code: 'kept' }, { code: 'worded' }, { code: 'turned' }, { code: 'gone' }],
  });
  const items: ItemSketch[] = [
    { code: 'kept' },
    { code: 'worded', text: said('else') },
    { code: 'turned', reversed: true },
    { code: 'added' },
  ];
  const truth = { kept: 'same', worded: 'reworded', turned: 'rescaled', added: 'new' } as const;
  const faultsOf = (previous: object | undefined, more: InstrumentSketch = {}) => {
    const after = sampleInstrument({
      version: 4,
      items,
      ...(previous ? { previous: { version: 3, items: truth, dropped: ['gone'], ...previous } } : {}),
      ...more,
    });
    return continuationFaults(before, after).map(({ where, reason }) => `${where}: ${reason}`);
  };

  it.each<[string, object | undefined, string[]]>([
    ['the truth', {}, []],
    ['more difference than there is', { items: { ...truth, kept: 'reworded', worded: 'rescaled' } }, []],
    [
      'less difference than there is',
      { items: { ...truth, turned: 'reworded' } },
      ['previous.items.turned: comparesLess'],
    ],
    [
      'the same, for what was worded anew',
      { items: { ...truth, worded: 'same' } },
      ['previous.items.worded: comparesLess'],
    ],
    ['new, for what was there', { items: { ...truth, kept: 'new' } }, ['previous.items.kept: notOneOf']],
    ['the same, for what is new', { items: { ...truth, added: 'same' } }, ['previous.items.added: notOneOf']],
    [
      'nothing of one item',
      { items: { kept: 'same', worded: 'reworded', added: 'new' } },
      ['previous.items.turned: missing'],
    ],
    ['something of what is nowhere', { items: { ...truth, other: 'same' } }, ['previous.items.other: unknown']],
    ['something of what was dropped', { items: { ...truth, gone: 'same' } }, ['previous.items.gone: unknown']],
    ['nothing of what was dropped', { dropped: [] }, ['previous.dropped: notNamed']],
    ['dropped, for what is there', { dropped: ['gone', 'kept'] }, ['previous.dropped[1]: stillThere']],
    ['dropped, for what never was', { dropped: ['gone', 'other'] }, ['previous.dropped[1]: unknown']],
    ['dropped twice', { dropped: ['gone', 'gone'] }, ['previous.dropped[1]: repeated']],
    ['another version', { version: 2 }, ['previous.version: notOneOf']],
    ['nothing at all', undefined, ['previous: missing']],
  ])('said: %s', (_, previous, faults) => expect(faultsOf(previous)).toEqual(faults));

  it('is of the same instrument, and of an earlier version', () => {
    expect(faultsOf({}, { code: 'other' })).toEqual(['code: notOneOf']);
    expect(faultsOf({}, { version: 3 })).toEqual(['version: tooSmall']);
  });
});
