import type { AgencyStarFigures, CycleFigures, StarCentre } from '#figures';
import { html, type Html } from '../html.js';
import { dash, inText, range, score, signed } from '../numbers.js';
import type { Words } from '../words.js';
import { centreName, gatesText, holdingGates, provisionalTexts, starCell, twoLines } from './star-words.js';

/** Every centre of an agency: score, star, what held it, the star before, and what to know of it. Its head stands on every page. */
export function centresTable({ centres }: AgencyStarFigures, { previous }: CycleFigures, words: Words): Html {
  const { say } = words;
  const before = twoLines(say('stars.star'), previous ? inText(previous.key) : dash);
  return html`<section class="section stars">
    <h2>${say('stars.centresTitle')}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">${say('stars.centre')}</th>
          ${(['stars.score', 'stars.interval', 'stars.star', 'stars.rawStar'] as const).map((key) => html`<th scope="col" class="number wrap">${say(key)}</th>`)}
          <th scope="col" class="number">${before}</th>
          <th scope="col" class="number wrap">${say('stars.changeShort')}</th>
          <th scope="col" class="marks">${say('stars.marks')}</th>
        </tr>
      </thead>
      <tbody>
        ${centres.map((centre) => centreRow(centre, words))}
      </tbody>
    </table>
    <p class="soft small">${say('stars.centresNote')}</p>
  </section>`;
}

function centreRow(centre: StarCentre, words: Words): Html {
  const { star, rawStar, fired, before, change } = centre;
  const isHeld = holdingGates(fired).length > 0;
  return html`<tr${isHeld && html` class="lead"`}><th scope="row"><bdi>${centreName(centre, words)}</bdi><span class="small">${inText(centre.code)} · ${words.nameOf(centre.channelTitle)}</span></th>
<td class="number"><strong>${score(centre.score)}</strong></td><td class="number">${range(centre.interval)}</td>
<td class="number"><strong>${starCell(star)}</strong></td><td class="number">${isHeld && starCell(rawStar)}</td>
<td class="number">${starCell(before?.star ?? null)}</td><td class="number">${signed(change?.points ?? null)}</td>
<td class="marks">${marksOf(centre, words).map((mark) => html`<div>${mark}</div>`)}</td></tr>`;
}

function marksOf(centre: StarCentre, words: Words): (string | Html)[] {
  const { say } = words;
  const { rawStar, fired, provisional, nearEdge, change } = centre;
  const holding = holdingGates(fired);
  const reasons = provisionalTexts(provisional, words);
  return [
    ...(holding.length > 0 && rawStar !== null
      ? [html`<strong>${say('stars.heldMark', { raw: rawStar, gates: gatesText(holding, words) })}</strong>`]
      : []),
    ...(reasons.length > 0 ? [html`<strong>${say('stars.provisional')}</strong>: ${words.inClauses(reasons)}`] : []),
    ...(nearEdge === null ? [] : [say('stars.nearEdge')]),
    ...(change?.refused ? [say(change.refused === 'seriesBreak' ? 'stars.breakMark' : 'stars.notCompared')] : []),
  ];
}
