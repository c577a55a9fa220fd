import { enrolmentHash, newEnrolmentCode } from './enrolment-code.js';

describe('a code that enrols a device', () => {
  it('is another each time, and never holds a letter that is taken for another', () => {
    const codes = Array.from({ length: 200 }, newEnrolmentCode);
    expect(new Set(codes).size).toBe(200);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it.each([
    ['small letters', '0ABCD-EFGHJ-KMNPQ-RSTVW', '0abcd efghj kmnpq rstvw'],
    ['without dashes', '0ABCD-EFGHJ-KMNPQ-RSTVW', '0ABCDEFGHJKMNPQRSTVW'],
    ['letters for digits', '01BCD-EFGHJ-KMNPQ-RSTVW', 'OlBCD-EFGHJ-KMNPQ-RSTVW'],
  ])('may be typed with %s', (_, code, typed) => expect(enrolmentHash(typed)).toEqual(enrolmentHash(code)));

  it.each(['', 'short', '0ABCD-EFGHJ-KMNPQ-RSTVU', '0ABCD-EFGHJ-KMNPQ-RSTVW0', 'x'.repeat(10_000)])(
    'is not %#',
    (typed) => expect(enrolmentHash(typed)).toBeNull(),
  );
});
