import fc from 'fast-check';
import { ways } from '../response/sent-response.js';
import { readStamp, stampForm } from './form-stamp.js';
import { openCode, sealCode } from './sealed-code.js';

const key = new Uint8Array(32).fill(7);
const other = new Uint8Array(32).fill(8);
const anyWay = fc.record({ place: fc.integer({ min: 1, max: 2 ** 31 - 1 }), way: fc.constantFrom(...ways) });

describe('a sealed code', () => {
  it('is read as it was sealed, also when it was typed by hand', () => {
    fc.assert(
      fc.property(anyWay, (way) => {
        const code = sealCode(key, way);
        expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{18}$/);
        expect(openCode(key, code)).toEqual(way);
        expect(openCode(key, code.toUpperCase().replaceAll('0', 'O').replaceAll('1', 'I'))).toEqual(way);
        expect(openCode(other, code)).toBeNull();
      }),
    );
  });

  it('with one letter changed opens nothing', () => {
    const code = sealCode(key, { place: 4, way: 'kiosk' });
    for (let at = 0; at < code.length; at++) {
      const changed = `${code.slice(0, at)}${code[at] === '7' ? '8' : '7'}${code.slice(at + 1)}`;
      expect(openCode(key, changed)).toBeNull();
    }
  });

  it.each(['', 'x', 'u'.repeat(18), 'z'.repeat(18), '0'.repeat(18), '0'.repeat(19), '🙂'.repeat(9)])(
    '%j is none',
    (code) => expect(openCode(key, code)).toBeNull(),
  );
});

describe('the stamp of a form', () => {
  const stamp = { response: '3f1a7a52-2222-4aaa-8bbb-0123456789ab', code: 'abc', at: 1_795_309_920_123 };

  it('is read as it was made, and only with its key', () => {
    expect(readStamp(key, stampForm(key, stamp))).toEqual(stamp);
    expect(readStamp(other, stampForm(key, stamp))).toBeNull();
  });

  it.each(['', '.', '...', 'a.b.c.d', stampForm(other, stamp), `${stampForm(key, stamp)}0`])('%j is none', (text) =>
    expect(readStamp(key, text)).toBeNull(),
  );

  it('cannot be made older', () => {
    const made = stampForm(key, stamp);
    expect(readStamp(key, made.replace(stamp.at.toString(36), (stamp.at - 60_000).toString(36)))).toBeNull();
  });
});
