import { publishFaults } from './publish-faults.js';
import { said, sampleInstrument, type InstrumentSketch } from './sample-instrument.js';

const told = (sketch: InstrumentSketch, before: InstrumentSketch | null = null) =>
  publishFaults(sampleInstrument(sketch), before && sampleInstrument(before)).map(
    ({ where, reason }) => `${where}: ${reason}`,
  );
const item = 'sections[0].items[0]';
const english = { en: 'Only English' };

describe('publishFaults', () => {
  it('finds nothing in an instrument that has all its texts', () => expect(told({})).toEqual([]));

  it.each<[string, Record<string, unknown>, string]>([
    ['its text', { text: english }, `${item}.text.ar`],
    ['its help', { help: english }, `${item}.help.ar`],
    [
      'an option',
      {
        type: 'choice',
        options: [
          { code: 'a', text: english },
          { code: 'b', text: said('b') },
        ],
      },
      `${item}.options[0].text.ar`,
    ],
    ['a row', { type: 'matrix', rows: [{ code: 'a', text: english }] }, `${item}.rows[0].text.ar`],
    ['a unit', { type: 'number', unit: english }, `${item}.unit.ar`],
    ['a stamp', { type: 'timePair', to: english }, `${item}.to.ar`],
    [
      'a reason',
      { notApplicable: { reasons: [{ code: 'a', text: english }] } },
      `${item}.notApplicable.reasons[0].text.ar`,
    ],
    ['a message', { constraints: [{ holds: 'one == "yes"', message: english }] }, `${item}.constraints[0].message.ar`],
  ])('asks for %s in Arabic', (_, sketch, where) => {
    expect(told({ items: [{ code: 'one', ...sketch }] })).toEqual([`${where}: missing`]);
  });

  it('does not take points for a text, though both begin somewhere', () => {
    expect(told({ items: [{ code: 'one', type: 'number', points: [{ from: 1, to: 2, points: 1 }] }] })).toEqual([]);
  });

  it('asks for Arabic and English even where the instrument names other languages', () => {
    expect(told({ languages: ['ur'], title: { ur: 'دورہ' } }).slice(0, 2)).toEqual([
      'title.ar: missing',
      'title.en: missing',
    ]);
  });

  it('asks for each language that the instrument names', () => {
    const faults = told({ languages: ['ar', 'en', 'ur'] });
    expect(faults).toContain(`${item}.text.ur: missing`);
    expect(faults).toContain('scales[0].options[4].text.ur: missing');
    expect(faults.every((fault) => fault.endsWith('.ur: missing'))).toBe(true);
  });

  const required = { code: 'a', type: 'file', accept: ['pdf', 'audio'] } as const;
  it.each<[string, InstrumentSketch, string[]]>([
    ['that is required', { items: [{ code: 'b' }, required] }, ['sections[0].items[1].accept: photoNotAccepted']],
    ['that need not be answered', { items: [{ ...required, required: false }] }, []],
    ['that takes photos too', { items: [{ ...required, accept: ['pdf', 'photo'] }] }, []],
    ['that no mystery shopper fills', { filledBy: 'assessor', items: [required] }, []],
  ])('lets nobody go to a centre with an item for documents or sound %s', (_, sketch, faults) => {
    expect(told({ filledBy: 'mysteryShopper', ...sketch })).toEqual(faults);
  });

  it('looks at what the version says of the one before it, as far as can be told', () => {
    const items = [{ code: 'a' }, { code: 'b' }];
    const previous = { version: 2, items: { a: 'same', c: 'same' }, dropped: ['b'] } as const;
    expect(told({ version: 2, items, previous })).toEqual([
      'previous.version: tooLarge',
      'previous.items.b: missing',
      'previous.items.c: unknown',
      'previous.dropped[0]: stillThere',
    ]);
    const honest = { version: 1, items: { a: 'same', b: 'same' }, dropped: [] } as const;
    const worded = { version: 2, items: [{ code: 'a', text: said('else') }, { code: 'b' }], previous: honest };
    expect(told(worded)).toEqual([]);
    expect(told(worded, { items })).toEqual(['previous.items.a: comparesLess']);
  });
});
