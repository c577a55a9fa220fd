import fc from 'fast-check';
import { KeySlots } from './key-slots.js';

describe('slots of keys', () => {
  it('law: equal bytes have one number, others another, in the order in which they came', () => {
    const keys = fc.array(fc.uint8Array({ maxLength: 3, max: 3 }), { maxLength: 200 });
    fc.assert(
      fc.property(keys, fc.nat({ max: 5 }), (given, offset) => {
        const [slots, known] = [new KeySlots(), new Map<string, number>()];
        for (const key of given) {
          const name = Buffer.from(key).toString('hex');
          if (!known.has(name)) known.set(name, known.size);
          const bytes = Buffer.concat([Buffer.alloc(offset, 9), key, Buffer.alloc(2)]);
          expect(slots.slotOf(bytes, offset, offset + key.length)).toBe(known.get(name));
        }
        expect([...known].every(([name, slot]) => slots.keyAt(slot).toString('hex') === name)).toBe(true);
        expect(slots.size).toBe(known.size);
      }),
    );
  });

  it('go on when there are very many', () => {
    const slots = new KeySlots();
    const key = Buffer.alloc(4);
    const slotOf = (at: number) => {
      key.writeInt32BE(at);
      return slots.slotOf(key, 0, 4);
    };
    for (let at = 0; at < 20_000; at++) slotOf(at);
    expect([slotOf(0), slotOf(19_999), slotOf(20_000)]).toEqual([0, 19_999, 20_000]);
  });
});
