import { Ajv2020 } from 'ajv/dist/2020.js';
import { sampleDocument } from '../sample-instrument.js';
import { instrumentSchema } from './schema.js';

const isInstrument = new Ajv2020({ strict: true, allErrors: true, formats: { date: true } }).compile(instrumentSchema);

describe('instrumentSchema', () => {
  it('has an address that stays', () => {
    expect(instrumentSchema['$id']).toBe('https://nujoom.invalid/schema/instrument-1.json');
  });

  it('takes an instrument as offices write it, without its defaults', () => {
    const items = [
      { code: 'a' },
      { code: 'b', type: 'matrix' as const },
      { code: 'c', type: 'timePair' as const, relevant: 'a == "yes"' },
    ];
    isInstrument(sampleDocument({ items }));
    expect(isInstrument.errors).toBeNull();
  });

  it.each([
    ['an unknown field', { colour: 'red' }],
    ['another schema', { schema: 'nujoom.instrument/2' }],
    ['no sections', { sections: [] }],
  ])('refuses %s', (_, wrong) => expect(isInstrument({ ...sampleDocument(), ...wrong })).toBe(false));

  it('describes its fields', () => expect(JSON.stringify(instrumentSchema)).toContain('A CEL expression'));
});
