/**
 * The number as people would round what they see: halves away from zero, on the decimal digits and not on the binary ones
 * (1.005 → 1.01, 84.665 → 84.67, −2.5 → −3). For display only, and last: differences are taken before (AT-03).
 * Never −0.
 *
 * @param decimals digits kept behind the point, a whole number ≥ 0
 * @throws RangeError when the value is not finite or `decimals` is not such a number
 */
export function roundHalfAway(value: number, decimals: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`Not a number to round: ${value}`);
  if (!Number.isInteger(decimals) || decimals < 0) throw new RangeError(`Not a number of decimals: ${decimals}`);
  if (value === 0) return 0;
  // The shortest digits that say this number, as printed everywhere: 84.665 → '8.4665e+1'.
  const [mantissa = '', exponent = ''] = Math.abs(value).toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const kept = Number(exponent) + 1 + decimals;
  if (kept >= digits.length) return value;
  if (kept < 0) return 0;
  const roundsUp = digits.charAt(kept) >= '5';
  const rounded = BigInt(digits.slice(0, kept) || '0') + (roundsUp ? 1n : 0n);
  return rounded === 0n ? 0 : Math.sign(value) * Number(`${rounded}e-${decimals}`);
}
