import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { publishedSchema } from './published-schema.js';

const Box = z.strictObject({ schema: z.literal('nujoom.box/1'), size: z.int().default(1) }).describe('A box.');

describe('publishedSchema', () => {
  const schema = publishedSchema('nujoom.box/1', Box);
  const isBox = new Ajv2020({ strict: true }).compile(schema);

  it('has an address that stays, and says what it is of', () => {
    expect(schema).toMatchObject({
      $id: 'https://nujoom.invalid/schema/box-1.json',
      title: 'nujoom.box/1',
      description: 'A box.',
    });
  });

  it.each([
    ['takes one without its defaults', {}, true],
    ['takes one with them', { size: 2 }, true],
    ['refuses another shape', { size: 'large' }, false],
    ['refuses an unknown field', { colour: 'red' }, false],
  ])('%s', (_, more, isGood) => expect(isBox({ schema: 'nujoom.box/1', ...more })).toBe(isGood));
});
