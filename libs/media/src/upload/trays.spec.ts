import { Trays } from './trays.js';

describe('trays', () => {
  it('are handed out to one at a time, no more than there are, and used again', () => {
    const trays = new Trays(2, 10);
    const [first, second] = [trays.take(), trays.take()];
    expect([first?.length, second?.length, first === second, trays.take()]).toEqual([10, 10, false, null]);
    if (first) trays.give(first);
    expect(trays.take()).toBe(first);
    expect(trays.take()).toBeNull();
  });
});
