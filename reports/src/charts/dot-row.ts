import type { Language } from '#contract';
import type { Interval } from '#statistics';
import { html, type Html } from '../html.js';
import { scaleOf } from './scale.js';

/** What one row of a dot-and-interval chart shows, on a scale from 0 to 100. */
export interface DotRow {
  readonly now: number | null;
  readonly interval: Interval | null;
  readonly before: number | null;
  readonly median: number | null;
  /** The same in words, for who cannot see it. */
  readonly text: string;
}

const width = 190;
const height = 20;
const margin = 6;

/** One row: a line from 0 to 100, the median as a tick, last cycle as a ring, this cycle as a dot with its interval. */
export function dotRow(language: Language, { now, interval, before, median, text }: DotRow): Html {
  const x = scaleOf(language, 0, 100, width, margin);
  const middle = height / 2;
  return html`<svg role="img" aria-label="${text}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
    <line x1="${margin}" x2="${width - margin}" y1="${middle}" y2="${middle}" stroke="#cfd8de" stroke-width="1" />
    ${[0, 50, 100].map((tick) => html`<line x1="${x(tick)}" x2="${x(tick)}" y1="${middle - 2}" y2="${middle + 2}" stroke="#cfd8de" stroke-width="1" />`)}
    ${median !== null && html`<line x1="${x(median)}" x2="${x(median)}" y1="${middle - 7}" y2="${middle + 7}" stroke="#4c5c68" stroke-width="1.5" />`}
    ${before !== null && html`<circle cx="${x(before)}" cy="${middle}" r="4" fill="#fff" stroke="#0b5c5a" stroke-width="1.3" />`}
    ${interval && html`<line x1="${x(interval.low)}" x2="${x(interval.high)}" y1="${middle}" y2="${middle}" stroke="#0b5c5a" stroke-width="3" stroke-opacity=".45" />`}
    ${now !== null && html`<circle cx="${x(now)}" cy="${middle}" r="3" fill="#0b5c5a" />`}
  </svg>`;
}

/** The marks of a row, for the legend. */
export const marks = {
  now: html`<svg width="10" height="10" aria-hidden="true"><circle cx="5" cy="5" r="3" fill="#0b5c5a" /></svg>`,
  before: html`<svg width="10" height="10" aria-hidden="true">
    <circle cx="5" cy="5" r="4" fill="#fff" stroke="#0b5c5a" stroke-width="1.3" />
  </svg>`,
  median: html`<svg width="4" height="12" aria-hidden="true">
    <line x1="2" x2="2" y1="0" y2="12" stroke="#4c5c68" stroke-width="1.5" />
  </svg>`,
  interval: html`<svg width="16" height="10" aria-hidden="true">
    <line x1="0" x2="16" y1="5" y2="5" stroke="#0b5c5a" stroke-width="3" stroke-opacity=".45" />
  </svg>`,
};
