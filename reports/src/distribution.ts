import type { BarChart } from './charts/bars.js';

/** One bar: scores of at least `from` and under `to`. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** How many values lie in each step of a round width; at most about 20 bars, none outside the values. */
export function distributionOf(values: readonly number[]): { readonly bins: readonly Bin[]; readonly chart: BarChart } {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const width = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((step) => (highest - lowest) / step <= 18) ?? 1_000;
  const first = Math.floor(lowest / width) * width;
  const count = Math.floor((highest - first) / width) + 1;
  const bins = Array.from({ length: count }, (_, index): Bin => {
    const from = first + index * width;
    return { from, to: from + width, count: values.filter((value) => value >= from && value < from + width).length };
  });
  const chart: BarChart = {
    type: 'bar',
    data: { labels: bins.map((bin) => String(bin.from)), datasets: [{ data: bins.map((bin) => bin.count) }] },
  };
  return { bins, chart };
}
