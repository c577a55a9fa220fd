import fc from 'fast-check';
import { readStamp, stampForm } from '#campaigns';
import { stampTag } from './stamp-tag.js';

it('is the tag that stamps are read with', () => {
  const key = fc.uint8Array({ minLength: 16, maxLength: 64 });
  const stamp = fc.record({ response: fc.uuid(), code: fc.stringMatching(/^[0-9a-z]{18}$/), at: fc.nat(2 ** 45) });
  fc.assert(
    fc.property(key, stamp, (secret, one) => {
      expect(stampForm(secret, one, stampTag)).toBe(stampForm(secret, one));
      expect(readStamp(secret, stampForm(secret, one, stampTag))).toEqual(one);
    }),
  );
});
