import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { contentHash } from './content-hash.js';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('contentHash', () => {
  it('is over the canonical form: the sample of RFC 8785, section 3.2.2', () => {
    const sample = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
        '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    ) as unknown;
    const canonical =
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}';
    expect(contentHash(sample)).toBe(sha256(canonical));
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (document) => {
        const turned = Object.fromEntries(Object.entries(document).reverse());
        expect(contentHash(turned)).toBe(contentHash(document));
      }),
    );
  });

  it('tells documents apart', () => {
    expect(contentHash({ a: 1 })).not.toBe(contentHash({ a: '1' }));
    expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
  });

  it.each([
    ['half a surrogate pair', '\ud800'],
    ['a number that JSON has not', [NaN]],
    ['nothing at all', undefined],
  ])('refuses %s', (_, document) => expect(() => contentHash(document)).toThrow());
});
