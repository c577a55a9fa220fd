import { comparedByCode, isSaidAlike, type Comparability } from './compared.js';
import { continuationFaults } from './continuation.js';

describe('comparedByCode', () => {
  it('compares what both have, and tells what came and went', () => {
    const found = comparedByCode(new Map([['a', 1], ['b', 2], ['c', 3]]), new Map([['d', 4], ['b', 2], ['a', 5]]), (then, now) => (then === now ? 'same' : 'rescaled')); // prettier-ignore
    expect([...found]).toEqual([
      ['d', 'new'],
      ['b', 'same'],
      ['a', 'rescaled'],
      ['c', 'dropped'],
    ]);
  });
});

describe('isSaidAlike', () => {
  it.each([
    ['a translation changes nothing', { ar: 'أ' }, { ar: 'أ', ur: 'ا' }, true],
    ['nor one that went', { ar: 'أ', ur: 'ا' }, { ar: 'أ' }, true],
    ['other words do', { ar: 'أ', en: 'a' }, { ar: 'أ', en: 'b' }, false],
    ['and a text that came', undefined, { ar: 'أ' }, false],
    ['two that are not there are alike', undefined, undefined, true],
  ])('%s', (_, then, now, isAlike) => expect(isSaidAlike(then, now)).toBe(isAlike));
});

describe('continuationFaults', () => {
  const before = { code: 'visit', version: 3 };
  const found = new Map<string, Comparability>([['kept', 'same'], ['worded', 'reworded'], ['turned', 'rescaled'], ['added', 'new'], ['gone', 'dropped']]); // prettier-ignore
  const truth = { kept: 'same', worded: 'reworded', turned: 'rescaled', added: 'new' } as const;
  const previous = { version: 3, items: truth as Record<string, Comparability>, dropped: ['gone'] };
  const faultsOf = (change: object, after: object = {}) => {
    const version = { code: 'visit', version: 4, previous: { ...previous, ...change }, ...after };
    return [...continuationFaults(before, version, 'items', found)].map(({ where, reason }) => `${where} ${reason}`);
  };

  it.each<[string, object, string[]]>([
    ['the truth', {}, []],
    ['more difference than there is', { items: { ...truth, kept: 'rescaled' } }, []],
    ['less than there is', { items: { ...truth, turned: 'reworded' } }, ['previous.items.turned comparesLess']],
    ['new, for what was there', { items: { ...truth, kept: 'new' } }, ['previous.items.kept notOneOf']],
    ['the same, for what is new', { items: { ...truth, added: 'same' } }, ['previous.items.added notOneOf']],
    ['something of what is nowhere', { items: { ...truth, other: 'same' } }, ['previous.items.other unknown']],
    ['something of what was dropped', { items: { ...truth, gone: 'same' } }, ['previous.items.gone unknown']],
    ['nothing of what was dropped', { dropped: [] }, ['previous.dropped notNamed']],
    ['dropped, for what is there', { dropped: ['gone', 'kept'] }, ['previous.dropped[1] stillThere']],
    ['dropped, for what never was', { dropped: ['gone', 'other'] }, ['previous.dropped[1] unknown']],
    ['dropped twice', { dropped: ['gone', 'gone'] }, ['previous.dropped[1] repeated']],
    ['another version', { version: 2 }, ['previous.version notOneOf']],
  ])('said: %s', (_, change, faults) => expect(faultsOf(change)).toEqual(faults));

  it('is of the same document and an earlier version, and says something', () => {
    expect(faultsOf({}, { code: 'other', version: 3 })).toEqual(['code notOneOf', 'version tooSmall']);
    const silent = { code: 'visit', version: 4 };
    expect([...continuationFaults(before, silent, 'items', found)]).toMatchObject([
      { where: 'previous', reason: 'missing' },
    ]);
  });
});
