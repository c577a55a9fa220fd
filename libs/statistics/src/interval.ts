/** Where the true value is believed to lie, both ends included: 95 % unless said. In the units of the value. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The part of an interval that the scale can take: nobody scores 104 of 100. Coverage is not lost, the truth lies on the scale. */
export function intervalWithin(interval: Interval, lowest: number, highest: number): Interval {
  const onScale = (end: number) => Math.min(highest, Math.max(lowest, end));
  return { low: onScale(interval.low), high: onScale(interval.high) };
}
