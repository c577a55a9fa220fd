/** How many digits a PIN has: six unless the shopper wants otherwise. */
export const pinDigits = { least: 4, usual: 6, most: 12 } as const;

/** Why a new PIN is not taken; null: it is. */
export type PinFault = 'digits' | 'short' | 'long' | 'obvious';

/** Whether a new PIN is taken. One digit throughout and digits in a row are the first that anybody tries. */
export function pinFault(pin: string): PinFault | null {
  if (!/^\d*$/.test(pin)) return 'digits';
  if (pin.length < pinDigits.least) return 'short';
  if (pin.length > pinDigits.most) return 'long';
  const steps = new Set([...pin].slice(1).map((digit, index) => (10 + Number(digit) - Number(pin[index])) % 10));
  return steps.size === 1 && [0, 1, 9].some((step) => steps.has(step)) ? 'obvious' : null;
}
