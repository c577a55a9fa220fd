import type { ChartConfiguration } from 'chart.js';
import { directionOf, type Language } from '#contract';
import { html, type Html } from '../html.js';
import { rounded, scaleOf } from './scale.js';

/** A bar chart as chart.js takes it in a browser; in print the same description is drawn as SVG. */
export type BarChart = ChartConfiguration<'bar', number[], string>;

const size = { width: 680, height: 190, foot: 22, head: 16 };

/** Draws the first dataset of a bar chart; the bars run in the direction of the language. Labels stand at the
 * edge where a bar begins, or in its middle. `texts` says each bar in words. */
export function barsAsSvg(
  language: Language,
  { data }: BarChart,
  text: string,
  labelsAt: 'edge' | 'middle' = 'edge',
): Html {
  const labels = data.labels ?? [];
  const counts = data.datasets[0]?.data ?? [];
  const most = Math.max(1, ...counts);
  const x = scaleOf(language, 0, counts.length, size.width, 10);
  const step = (size.width - 20) / Math.max(1, counts.length);
  const room = size.height - size.foot - size.head;
  const bars = counts.map((count, index) => {
    const height = rounded((count / most) * room);
    const middle = (x(index) + x(index + 1)) / 2;
    const y = rounded(size.height - size.foot - height);
    return html`<rect
        x="${rounded(middle - step * 0.44)}"
        y="${y}"
        width="${rounded(step * 0.88)}"
        height="${height}"
        fill="#12395f"
        fill-opacity=".8"
      />
      ${count > 0 && html`<text x="${rounded(middle)}" y="${y - 4}" text-anchor="middle" font-size="9" fill="#16242f">${count}</text>`}`;
  });
  const ticks = labels.map(
    (label, index) =>
      html`<text
        x="${labelsAt === 'edge' ? x(index) : rounded((x(index) + x(index + 1)) / 2)}"
        y="${size.height - 7}"
        text-anchor="middle"
        font-size="9"
        fill="#4c5c68"
        direction="${labelsAt === 'edge' ? 'ltr' : directionOf(language)}"
        >${label}</text
      >`,
  );
  return html`<svg role="img" aria-label="${text}" viewBox="0 0 ${size.width} ${size.height}" width="100%">
    <line
      x1="10"
      x2="${size.width - 10}"
      y1="${size.height - size.foot}"
      y2="${size.height - size.foot}"
      stroke="#9fb0ba"
      stroke-width="1"
    />
    ${bars}${ticks}
  </svg>`;
}
