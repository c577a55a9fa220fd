import type { AgencyStarFigures, CycleFigures, StarChannel, StarPart, StarPillar } from '#figures';
import { html, type Html } from '../html.js';
import { dash, inText, score, signed, whole } from '../numbers.js';
import type { Words } from '../words.js';
import { centresTable } from './star-centres.js';
import { starChangePanel } from './star-change-panel.js';
import { percent } from './star-words.js';

/** The stars of an agency in full: what its score is made of, its channels, and every centre. */
export function starPages(
  stars: AgencyStarFigures,
  figures: CycleFigures,
  words: Words,
  isChangeOnFront: boolean,
): Html {
  const { say } = words;
  const change = !isChangeOnFront && figures.stars && starChangePanel(stars.change, figures.stars, words);
  return html`<section class="section">
      <h2>${say('stars.detail')}</h2>
      <h3>${say('stars.made')}</h3>
      ${madeTable(stars, figures, words)}
      <p class="soft small">${say('stars.madeNote', { title: say('stars.whatChanged') })}</p>
      <div class="block">
        <h3>${say('stars.channels')}</h3>
        ${channelsTable(stars, figures, words)}
      </div>
      ${change}
    </section>
    ${centresTable(stars, figures, words)}`;
}

function keysOf({ cycle, previous }: CycleFigures): { readonly now: string; readonly before: string } {
  return { now: inText(cycle.key), before: previous ? inText(previous.key) : dash };
}

function madeTable(stars: AgencyStarFigures, figures: CycleFigures, words: Words): Html {
  const { say } = words;
  const { now, before } = keysOf(figures);
  const titles = [say('stars.weight', { cycle: now }), say('stars.weight', { cycle: before }), now, before];
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${say('stars.part')}</th>
        ${titles.map((title) => html`<th scope="col" class="number">${title}</th>`)}
        <th scope="col" class="number">${say('stars.changeShort')}</th>
      </tr>
    </thead>
    <tbody>
      ${stars.components.map(
        (component) =>
          html`${partRow(component, null, words)}${component.isOfPillars && stars.pillars.map((pillar) => partRow(pillar, pillarChange(pillar, words), words))}`,
      )}
    </tbody>
  </table>`;
}

/** A component leads; a pillar, which is a part of one, has its change. */
function partRow(part: StarPart, change: Html | null, words: Words): Html {
  return html`<tr${!change && html` class="lead"`}><th scope="row"${change && html` class="inner"`}>${words.nameOf(part.title)}</th>
<td class="number">${percent(part.weight, words)}</td><td class="number">${percent(part.weightBefore, words)}</td>
<td class="number"><strong>${score(part.score)}</strong></td><td class="number">${score(part.before)}</td><td class="number">${change}</td></tr>`;
}

function pillarChange({ change, why }: StarPillar, { say }: Words): Html {
  if (change !== null) return signed(change);
  return html`<span class="small">${say(why === 'seriesBreak' ? 'stars.notComparable' : 'stars.notBefore')}</span>`;
}

function channelsTable({ channels }: AgencyStarFigures, figures: CycleFigures, words: Words): Html {
  const { say } = words;
  const { now, before } = keysOf(figures);
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${say('stars.channel')}</th>
        <th scope="col" class="number">${say('stars.centres')}</th>
        <th scope="col" class="number">${now}</th>
        <th scope="col" class="number">${before}</th>
      </tr>
    </thead>
    <tbody>
      ${channels.map((channel) => channelRow(channel, words))}
    </tbody>
  </table>`;
}

function channelRow({ title, score: mean, before, centres }: StarChannel, words: Words): Html {
  return html`<tr>
    <th scope="row">${words.nameOf(title)}</th>
    <td class="number">${whole(centres)}</td>
    <td class="number"><strong>${score(mean)}</strong></td>
    <td class="number">${score(before)}</td>
  </tr>`;
}
