import { randomInt } from 'node:crypto';

/** The same things in an order that only chance decided: Fisher and Yates, by the randomness of the system. */
export function shuffled<T>(things: readonly T[], below: (bound: number) => number = randomInt): T[] {
  const order = [...things];
  for (let at = order.length - 1; at > 0; at--) {
    const other = below(at + 1);
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}
