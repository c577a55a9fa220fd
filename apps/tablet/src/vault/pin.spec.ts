import { pinFault } from './pin.js';
import { delayAfter, triesBeforeChoice, waitLeft } from './tries.js';

describe('pinFault', () => {
  it.each([
    ['402917', null],
    ['4071', null],
    ['402917402917', null],
    ['407', 'short'],
    ['4029174029171', 'long'],
    ['40a917', 'digits'],
    ['٤٠٢٩١٧', 'digits'],
    ['000000', 'obvious'],
    ['123456', 'obvious'],
    ['654321', 'obvious'],
    ['890123', 'obvious'],
  ])('%s: %s', (pin, fault) => expect(pinFault(pin)).toBe(fault));
});

describe('the wait after wrong PINs', () => {
  it('is nothing for two slips, then grows to an hour', () => {
    const delays = Array.from({ length: 13 }, (_, tries) => delayAfter(tries));
    expect(delays.slice(0, 4)).toEqual([0, 0, 0, 5_000]);
    expect(delays).toEqual(delays.toSorted((one, other) => one - other));
    expect(delays[triesBeforeChoice]).toBe(3_600_000);
  });

  it.each([
    ['half of it has passed', 3, 10_000, 12_500, 2_500],
    ['all of it has passed', 3, 10_000, 15_000, 0],
    ['the clock was set back: it begins anew', 3, 4_070_908_800_000, 10_000, 5_000],
  ])('%s', (_, tries, lastTryAt, now, left) => expect(waitLeft(tries, lastTryAt, now)).toBe(left));
});
