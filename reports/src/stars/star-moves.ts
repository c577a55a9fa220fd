import type { CycleFigures, ProgrammeStarFigures } from '#figures';
import { html, type Html } from '../html.js';
import { dash, inText, whole } from '../numbers.js';
import type { Words } from '../words.js';
import { starsShown } from './star-programme.js';
import { starsIn } from './star-words.js';

/** How many centres went from which star to which; nothing without a cycle before. */
export function movesMatrix(
  programme: ProgrammeStarFigures,
  { cycle, previous }: CycleFigures,
  words: Words,
): Html | null {
  const { since } = programme;
  if (!since || !previous) return null;
  const { say } = words;
  const keys = { previous: inText(previous.key), cycle: inText(cycle.key) };
  const stars = starsShown(programme);
  return html`<section class="block">
    <h2>${say('stars.matrix', keys)}</h2>
    <table class="matrix">
      <thead>
        <tr>
          <th scope="col">${say('stars.matrixFrom', keys)}</th>
          ${stars.map((to) => html`<th scope="col" class="number">${starsIn(to, words)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${stars.toReversed().map((from) => row(from, stars, since, words))}
      </tbody>
    </table>
    <p class="soft small">${say('stars.matrixNote', keys)} ${say('stars.movedNote')}</p>
  </section>`;
}

function row(
  from: number | null,
  stars: readonly (number | null)[],
  { moves }: NonNullable<ProgrammeStarFigures['since']>,
  words: Words,
): Html {
  const cells = stars.map((to) => {
    const centres = moves.find((move) => move.from === from && move.to === to)?.centres;
    const mark = from === to && html` diagonal`;
    return html`<td class="number${mark}">${centres === undefined ? html`<span class="soft">${dash}</span>` : whole(centres)}</td>`;
  });
  return html`<tr><th scope="row">${starsIn(from, words)}</th>${cells}</tr>`;
}
