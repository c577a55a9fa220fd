import fc from 'fast-check';
import { openAnswer, sealAnswer } from './sealed-answer.js';

const key = new Uint8Array(32).fill(7);
const answer = { sheet: { answers: { pride: { value: 'agree' } } }, consent: 2 };

describe('a sealed answer', () => {
  it('is opened as it was sealed, and its size tells only how many times 4,096 bytes it has', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 9_000, unit: 'binary' }), fc.uuid(), (comment, invitation) => {
        const sealed = sealAnswer(key, invitation, { sheet: comment, consent: 1 });
        expect(sealed.length % 4_096).toBe(0);
        expect(openAnswer(key, invitation, sealed)).toEqual({ sheet: comment, consent: 1 });
      }),
    );
  });

  it('looks different each time, and holds nothing but what was answered', () => {
    const one = sealAnswer(key, 'a', answer);
    expect(sealAnswer(key, 'a', answer).equals(one)).toBe(false);
    expect(Object.keys(openAnswer(key, 'a', one))).toEqual(['sheet', 'consent']);
  });

  it('opens with no other key, for no other invitation, and not when a byte was changed', () => {
    const sealed = sealAnswer(key, 'a', answer);
    expect(() => openAnswer(new Uint8Array(32).fill(8), 'a', sealed)).toThrow();
    expect(() => openAnswer(key, 'b', sealed)).toThrow();
    for (const at of [0, 12, 28, 4_095]) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => openAnswer(key, 'a', changed)).toThrow();
    }
  });
});
