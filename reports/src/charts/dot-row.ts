import type { Language } from '#contract';
import type { Interval } from '#statistics';
import { html, type Html } from '../html.js';
import { scaleOf, type Scale } from './scale.js';

/** The ends of the axis that all rows of a chart share: round tens around all that is shown in them. */
export interface Axis {
  readonly low: number;
  readonly high: number;
}

/** The axis that holds these values; 0 to 100 of none, and not beyond these ends where no value is. */
export function axisOf(values: readonly number[]): Axis {
  if (values.length === 0) return { low: 0, high: 100 };
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const low = Math.floor((lowest - 1) / 10) * 10;
  const high = Math.ceil((highest + 1) / 10) * 10;
  return { low: lowest < 0 ? low : Math.max(0, low), high: highest > 100 ? high : Math.min(100, high) };
}

/** What one row of a dot-and-interval chart shows. */
export interface DotRow {
  readonly now: number | null;
  readonly interval: Interval | null;
  readonly before: number | null;
  readonly median: number | null;
  /** The same in words, for who cannot see it. */
  readonly text: string;
}

const width = 230;
const height = 20;
const margin = 8;
const middle = height / 2;

/** The head of the chart: the axis with a number at every tick, or at as many as have room. */
export function dotAxis(language: Language, axis: Axis): Html {
  const x = scaleOf(language, axis.low, axis.high, width, margin);
  const ticks = ticksOf(axis);
  const step = Math.ceil(ticks.length / 6);
  const labels = ticks.filter((_, index) => index % step === 0);
  return html`<svg aria-hidden="true" viewBox="0 0 ${width} 12" width="100%">${labels.map((tick) => html`<text x="${x(tick)}" y="9" text-anchor="middle" font-size="8" fill="#4c5c68">${tick}</text>`)}</svg>`;
}

function ticksOf({ low, high }: Axis): number[] {
  return Array.from({ length: (high - low) / 10 + 1 }, (_, index) => low + index * 10);
}

/** One row: a line along the axis, the median as a tick, last cycle as a ring, this cycle as a dot with its interval. */
export function dotRow(language: Language, axis: Axis, { now, interval, before, median, text }: DotRow): Html {
  const x = scaleOf(language, axis.low, axis.high, width, margin);
  // Opacity would make the printer paint a layer of its own for each row: the interval is a lighter colour instead.
  return html`<svg role="img" aria-label="${text}" viewBox="0 0 ${width} ${height}" width="100%">
<path d="${axisPath(axis, x)}" fill="none" stroke="#cfd8de"/>
${median !== null && html`<path d="M${x(median)} ${middle - 7}v14" stroke="#4c5c68" stroke-width="1.5"/>`}
${before !== null && html`<circle cx="${x(before)}" cy="${middle}" r="4" fill="#fff" stroke="#12395f" stroke-width="1.3"/>`}
${interval && html`<path d="M${x(interval.low)} ${middle}H${x(interval.high)}" stroke="#92a6b9" stroke-width="3"/>`}
${now !== null && html`<circle cx="${x(now)}" cy="${middle}" r="3" fill="#12395f"/>`}
</svg>`;
}

/** The axis with its ticks as one path: a chart has many rows, and a printer takes its time for each element. */
function axisPath(axis: Axis, x: Scale): string {
  const ticks = ticksOf(axis).map((tick) => `M${x(tick)} ${middle - 2}v4`);
  return `M${margin} ${middle}H${width - margin}${ticks.join('')}`;
}

/** The marks of a row, for the legend. */
export const marks = {
  now: html`<svg width="10" height="10" aria-hidden="true"><circle cx="5" cy="5" r="3" fill="#12395f" /></svg>`,
  before: html`<svg width="10" height="10" aria-hidden="true">
    <circle cx="5" cy="5" r="4" fill="#fff" stroke="#12395f" stroke-width="1.3" />
  </svg>`,
  median: html`<svg width="4" height="12" aria-hidden="true">
    <line x1="2" x2="2" y1="0" y2="12" stroke="#4c5c68" stroke-width="1.5" />
  </svg>`,
  interval: html`<svg width="16" height="10" aria-hidden="true">
    <line x1="0" x2="16" y1="5" y2="5" stroke="#92a6b9" stroke-width="3" />
  </svg>`,
};
