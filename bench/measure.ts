/** One measure of a run. Speeds differ from machine to machine; the ratio to a baseline of the same run is what counts. */
export interface Measure {
  readonly name: string;
  /** What was measured, by its unit's name: { 'ms per PDF': 41.2 }. */
  readonly figures: Readonly<Record<string, number>>;
  /** What the same machine did at the same time with something known. */
  readonly baseline: { readonly what: string; readonly value: number; readonly unit: string };
  /** By how much ours is more (or less) than the baseline. */
  readonly ratio: number;
  readonly aim: string;
  readonly met: boolean;
}

/** One line of words for one measure. */
export function lineOf({ name, figures, baseline, ratio, aim, met }: Measure): string {
  const shown = Object.entries(figures).map(([unit, value]) => `${short(value)} ${unit}`);
  const against = `baseline ${short(baseline.value)} ${baseline.unit} (${baseline.what})`;
  return `${name}: ${shown.join(', ')}; ${against}; ratio ${short(ratio)}; aim ${aim}; ${met ? 'met' : 'short'}`;
}

function short(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toPrecision(3);
}

/** How long a piece of work takes, in ms, with what it gives. */
export async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly result: T }> {
  const since = performance.now();
  const result = await work();
  return { ms: performance.now() - since, result };
}
