import fc from 'fast-check';
import { contentHash } from '#documents';
import { sentHash } from './sent-hash.js';

/** Names that reach for a prototype never get this far. */
const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => !JSON.stringify(value).includes('__proto__'));

describe('sentHash', () => {
  it('is the content hash of whatever JSON holds', () => {
    fc.assert(
      fc.property(json, (value) => {
        const read = JSON.parse(JSON.stringify(value)) as unknown;
        expect(sentHash(read)).toBe(contentHash(read));
      }),
    );
  });

  it.each([
    ['names in another order', { b: 1, a: [{ d: 2, c: 3 }] }, { a: [{ c: 3, d: 2 }], b: 1 }],
    ['names that are numbers, and Arabic ones', { '10': 1, '9': 2, ب: 3, a: 4 }, { a: 4, ب: 3, '9': 2, '10': 1 }],
  ])('is the same with %s', (_, one, other) => {
    expect(sentHash(one)).toBe(sentHash(other));
    expect(sentHash(one)).toBe(contentHash(other));
  });
});
