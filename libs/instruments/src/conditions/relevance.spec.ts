import { readInstrument } from '../read/read-instrument.js';
import { sampleDocument, type InstrumentSketch } from '../sample-instrument.js';

const faultsIn = (sketch: InstrumentSketch) =>
  readInstrument(sampleDocument(sketch)).faults.map(({ where, reason, params }) => [where, reason, params]);
const yes = (code: string) => `${code} == "yes"`;

describe('who decides about whom', () => {
  it('may go forward and back, as long as it goes in no circle', () => {
    expect(
      faultsIn({ items: [{ code: 'a', relevant: yes('b') }, { code: 'b', relevant: yes('c') }, { code: 'c' }] }),
    ).toEqual([]);
  });

  it('may not be oneself', () => {
    expect(faultsIn({ items: [{ code: 'a', relevant: yes('a') }] })).toEqual([
      ['sections[0].items[0].relevant', 'conditionCycle', { items: 'a → a' }],
    ]);
  });

  it('may not go in a circle, which is spelled out once', () => {
    const items = [
      { code: 'a', relevant: yes('b') },
      { code: 'b', relevant: `${yes('c')} || ${yes('d')}` },
      { code: 'c', relevant: yes('a') },
      { code: 'd' },
    ];
    expect(faultsIn({ items })).toEqual([
      ['sections[0].items[0].relevant', 'conditionCycle', { items: 'a → b → c → a' }],
    ]);
  });

  it('may not go in a circle through the section in which an item stands', () => {
    const sections = [{ relevant: yes('b'), items: [{ code: 'a' }] }, { items: [{ code: 'b', relevant: yes('a') }] }];
    expect(faultsIn({ sections })).toEqual([
      ['sections[0].relevant', 'conditionCycle', { items: 'sections.s1 → b → a → sections.s1' }],
    ]);
  });

  it('lets a constraint look at its own item and at those that follow from it', () => {
    const constraints = [{ holds: `${yes('a')} || ${yes('b')}`, message: { ar: 'لا', en: 'no' } }];
    expect(
      faultsIn({
        items: [
          { code: 'a', constraints },
          { code: 'b', relevant: yes('a') },
        ],
      }),
    ).toEqual([]);
  });

  it.each<[string, InstrumentSketch, unknown[]]>([
    [
      'nothing outside names what repeats',
      {
        sections: [
          { repeat: { min: 0, max: 2 }, items: [{ code: 'a' }] },
          { items: [{ code: 'b', relevant: yes('a') }] },
        ],
      },
      [['sections[1].items[0].relevant', 'conditionOutOfReach', { item: 'a' }]],
    ],
    [
      'a section that repeats is not decided by its own items',
      { sections: [{ repeat: { min: 0, max: 2 }, relevant: yes('a'), items: [{ code: 'a' }] }] },
      [['sections[0].relevant', 'conditionOutOfReach', { item: 'a' }]],
    ],
    [
      'one section that repeats does not name another',
      {
        sections: [
          { repeat: { min: 0, max: 2 }, items: [{ code: 'a' }] },
          { repeat: { min: 0, max: 2 }, items: [{ code: 'b', relevant: yes('a') }] },
        ],
      },
      [['sections[1].items[0].relevant', 'conditionOutOfReach', { item: 'a' }]],
    ],
  ])('%s', (_, sketch, faults) => expect(faultsIn(sketch)).toEqual(faults));

  it('can be a long chain', () => {
    const items = Array.from({ length: 500 }, (_, at) => ({
      code: `i${at}`,
      ...(at < 499 ? { relevant: yes(`i${at + 1}`) } : {}),
    }));
    expect(faultsIn({ items })).toEqual([]);
  });
});
