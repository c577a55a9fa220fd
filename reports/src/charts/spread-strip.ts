import type { Language } from '#contract';
import type { Spread } from '#figures';
import { html, type Html } from '../html.js';
import { plain } from '../numbers.js';
import { rounded, scaleOf } from './scale.js';

const width = 470;
const margin = 14;

/** Where one agency stands in the spread of all: lowest to highest, the middle half as a band, the median as a tick. */
export function spreadStrip(language: Language, spread: Spread, value: number, text: string): Html {
  const room = (spread.highest - spread.lowest || 1) * 0.04;
  const x = scaleOf(language, spread.lowest - room, spread.highest + room, width, margin);
  const [from, to] = [Math.min(x(spread.q1), x(spread.q3)), Math.max(x(spread.q1), x(spread.q3))];
  const label = (at: number, y: number, of: number, color: string) =>
    html`<text x="${x(at)}" y="${y}" text-anchor="middle" font-size="9" fill="${color}" direction="ltr"
      >${plain(of, 1)}</text
    >`;
  return html`<svg role="img" aria-label="${text}" viewBox="0 0 ${width} 52" width="100%">
    <line x1="${x(spread.lowest)}" x2="${x(spread.highest)}" y1="24" y2="24" stroke="#9fb0ba" stroke-width="1.5" />
    <rect x="${from}" y="17" width="${rounded(to - from)}" height="14" rx="2" fill="#cddbe8" />
    <line x1="${x(spread.median)}" x2="${x(spread.median)}" y1="13" y2="35" stroke="#4c5c68" stroke-width="1.5" />
    <circle cx="${x(value)}" cy="24" r="5.5" fill="#12395f" stroke="#fff" stroke-width="1.5" />
    ${label(spread.lowest, 46, spread.lowest, '#4c5c68')}${label(spread.highest, 46, spread.highest, '#4c5c68')}
    ${label(spread.median, 46, spread.median, '#4c5c68')}${label(value, 10, value, '#12395f')}
  </svg>`;
}
