import { html, type Html } from '../../pages/html.js';

/** A face from the saddest (0) to the happiest (1): its mouth bends with it. Words stand beside it. */
export function face(mood: number): Html {
  const corner = round(16 - (mood - 0.5) * 2);
  const middle = round(corner + (mood - 0.5) * 8);
  return html`<svg class="face mood${Math.round(mood * 4)}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="10.5"/><path d="M8.5 9v1M15.5 9v1M7.5 ${corner}Q12 ${middle} 16.5 ${corner}"/></svg>`;
}

/** So many stars of all, filled from where reading begins. Words stand beside them. */
export function stars(filled: number, all: number): Html {
  const each = Array.from({ length: all }, (_, at) => html`<path class="${at < filled ? 'full' : 'empty'}" transform="translate(${at * 22})" d="${star}"/>`); // prettier-ignore
  return html`<svg class="stars" width="${all * 22}" height="22" viewBox="0 0 ${all * 22} 22" aria-hidden="true" focusable="false">${each}</svg>`;
}

const star = 'M11 2l2.8 5.7 6.2.9-4.5 4.4 1.1 6.2L11 16.3l-5.6 2.9 1.1-6.2L2 8.6l6.2-.9z';

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
