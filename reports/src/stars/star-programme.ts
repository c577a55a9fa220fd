import { leastAgencies, type CycleFigures, type ProgrammeStarFigures, type StarTally } from '#figures';
import { barsAsSvg } from '../charts/bars.js';
import { html, type Html } from '../html.js';
import { inText, plain, score, signed, signedInText, whole } from '../numbers.js';
import type { Words } from '../words.js';
import { schemeLine } from './star-panel.js';
import { starsIn } from './star-words.js';

/** What a minister reads of the stars: how many centres have how many, what moved, and the change like for like. */
export function starOverview(programme: ProgrammeStarFigures, figures: CycleFigures, words: Words): Html {
  const { say } = words;
  const { centres, agencies } = programme;
  return html`<section class="panel">
    <h2>${say('stars.title')}: ${say('stars.programme', { count: centres, agencies })}</h2>
    <dl class="tiles four">
      ${meanTile(programme, figures, words)} ${changeTile(programme, words)} ${scoresTile(programme, words)}
      ${movesTile(programme, words)}
    </dl>
    ${distribution(programme, figures, words)} ${schemeLine(programme, words)}
  </section>`;
}

function meanTile({ meanStar, since }: ProgrammeStarFigures, { previous }: CycleFigures, { say }: Words): Html {
  const was = since?.meanStar ?? null;
  return html`<div>
    <dt>${say('stars.meanStar')}</dt>
    <dd>${score(meanStar)}</dd>
    ${was !== null && previous && html`<dd class="note">${say('stars.meanStarWas', { mean: plain(was, 1), previous: inText(previous.key) })}</dd>`}
    <dd class="note">${say('stars.meanStarNote')}</dd>
  </div>`;
}

function changeTile({ change }: ProgrammeStarFigures, { say }: Words): Html | null {
  if (!change) return null;
  const { parts, interval, verdict, published } = change;
  if (!parts) {
    return html`<div>
      <dt>${say('stars.meanChange')}</dt>
      <dd class="note">${say('stars.break', { published: signedInText(published) })}</dd>
    </div>`;
  }
  return html`<div>
    <dt>${say('stars.meanChange')}</dt>
    <dd>${signed(parts.sameYardstick)}</dd>
    <dd class="note">${say(`verdict.${verdict}`)}</dd>
    ${interval && html`<dd class="note">${say('stars.pairedInterval', { low: signedInText(interval.low), high: signedInText(interval.high) })}</dd>`}
  </div>`;
}

function scoresTile({ scores }: ProgrammeStarFigures, { say }: Words): Html | null {
  if (!scores || scores.agencies < leastAgencies) return null;
  return html`<div>
    <dt>${say('stars.meanScore')}</dt>
    <dd>${score(scores.median)}</dd>
    <dd class="note">${say('programme.quartiles', { q1: plain(scores.q1, 1), q3: plain(scores.q3, 1) })}</dd>
  </div>`;
}

function movesTile({ since }: ProgrammeStarFigures, { say }: Words): Html | null {
  if (!since) return null;
  const { up, same, down, firstTime, left } = since;
  const rows = [
    ['stars.up', up],
    ['stars.same', same],
    ['stars.down', down],
    ['stars.firstTimeShort', firstTime],
    ['stars.leftShort', left],
  ] as const;
  return html`<div>
    <dt>${say('stars.moved')}</dt>
    ${rows.map(([key, count]) => html`<dd class="note">${say(key)}: <strong>${count}</strong></dd>`)}
  </div>`;
}

/** Centres by stars as bars, the fewest stars first, with the table that says the same of both cycles. */
function distribution(programme: ProgrammeStarFigures, figures: CycleFigures, words: Words): Html {
  const { say } = words;
  const stars = starsShown(programme);
  const countOf = (tallies: readonly StarTally[], star: number | null) =>
    tallies.find((tally) => tally.star === star)?.centres ?? 0;
  const counts = stars.map((star) => countOf(programme.distribution, star));
  const labels = stars.map((star) => starsIn(star, words));
  const spoken = stars.map((star, index) => say('stars.bin', { star: labels[index] ?? '', count: counts[index] ?? 0 }));
  const before = programme.since?.distribution;
  return html`<div class="block">
    <h3>${say('stars.distribution')}</h3>
    ${barsAsSvg(words.language, { type: 'bar', data: { labels, datasets: [{ data: counts }] } }, say('stars.distributionText', { spoken: words.inClauses(spoken) }), 'middle')}
    <table>
      <thead>
        <tr>
          <th scope="col">${say('stars.star')}</th>
          ${labels.map((label) => html`<th scope="col" class="number">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${countsRow(inText(figures.cycle.key), counts)}
        ${
          before &&
          figures.previous &&
          countsRow(
            inText(figures.previous.key),
            stars.map((star) => countOf(before, star)),
          )
        }
      </tbody>
    </table>
  </div>`;
}

function countsRow(title: string, counts: readonly number[]): Html {
  return html`<tr>
    <th scope="row">${title}</th>
    ${counts.map((count) => html`<td class="number">${whole(count)}</td>`)}
  </tr>`;
}

/** Every star that can be or was given, the fewest first; not rated only where it occurs. */
export function starsShown({ distribution, since, bands, highest }: ProgrammeStarFigures): (number | null)[] {
  const given = [...distribution, ...(since?.distribution ?? [])].map(({ star }) => star);
  const rated = given.filter((star) => star !== null);
  const lowest = Math.min(highest, bands[0]?.star ?? 1, ...rated);
  const most = Math.max(highest, ...rated);
  const stars = Array.from({ length: most - lowest + 1 }, (_, index) => lowest + index);
  return given.includes(null) ? [null, ...stars] : stars;
}
