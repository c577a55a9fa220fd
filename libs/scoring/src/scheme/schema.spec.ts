import { Ajv2020 } from 'ajv/dist/2020.js';
import { exampleDocument } from './example.js';
import { schemeSchema } from './schema.js';

describe('schemeSchema', () => {
  const validate = new Ajv2020({ strict: true }).compile(schemeSchema);

  it('takes a document with its defaults left out', () => {
    expect(validate(exampleDocument())).toBe(true);
  });

  it.each([
    ['a weight of zero', { components: [{ ...exampleDocument().components[0], weight: 0 }] }],
    ['a field that is not known', { colour: 'red' }],
    ['a code in capitals', { code: 'Centres' }],
    ['a star that is none', { stars: { by: 'bands', bands: [{ star: 8, from: 0 }] } }],
    ['a gate by nothing known', { gates: [{ when: 'full moon' }] }],
  ])('refuses %s', (_, changes) => expect(validate({ ...exampleDocument(), ...changes })).toBe(false));

  it('says what fields mean', () => {
    expect(schemeSchema.description).toBeTruthy();
    expect(JSON.stringify(schemeSchema)).toContain('Only its proportion to its siblings matters.');
  });
});
