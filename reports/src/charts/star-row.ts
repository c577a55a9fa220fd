import { directionOf, type Language } from '#contract';
import { html, type Html } from '../html.js';
import { rounded } from './scale.js';

/** Stars as they are drawn: given, withheld by a gate, and those there would be. */
export interface StarRow {
  /** Null: not rated. */
  readonly star: number | null;
  /** By score alone; above `star` where a gate holds it. */
  readonly rawStar: number | null;
  readonly highest: number;
  /** The same in words, for who cannot see it. */
  readonly text: string;
}

const [outer, inner, step] = [9, 3.9, 21];

/** A row of stars in the direction of the language: filled those given, in dashes those withheld, outlined the others. */
export function starRow(language: Language, { star, rawStar, highest, text }: StarRow): Html {
  const given = star ?? 0;
  const reached = Math.max(given, rawStar ?? 0);
  const width = highest * step;
  const middle = (index: number) => {
    const along = (index + 0.5) * step;
    return rounded(directionOf(language) === 'rtl' ? width - along : along);
  };
  const path = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, offset) => starPath(middle(from + offset), 10.5)).join('');
  return html`<svg class="stars" role="img" aria-label="${text}" viewBox="0 0 ${width} 21" width="${rounded(width * 0.34)}mm">
<path d="${path(reached, highest)}" fill="#fff" stroke="#92a6b9" stroke-width="1" stroke-linejoin="round"/>
${reached > given && html`<path d="${path(given, reached)}" fill="#fff" stroke="#12395f" stroke-width="1" stroke-dasharray="2 1.6" stroke-linejoin="round"/>`}
<path d="${path(0, given)}" fill="#12395f" stroke="#12395f" stroke-width="1" stroke-linejoin="round"/>
</svg>`;
}

/** Five points, the first upwards. */
function starPath(x: number, y: number): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const angle = (Math.PI * index) / 5 - Math.PI / 2;
    const radius = index % 2 === 0 ? outer : inner;
    return `${rounded(x + radius * Math.cos(angle))} ${rounded(y + radius * Math.sin(angle))}`;
  });
  return `M${points.join('L')}Z`;
}
