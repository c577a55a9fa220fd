import type { AgencyStarFigures, CycleFigures } from '#figures';
import { html, type Html } from '../html.js';
import { dash, inText, score, signed, whole } from '../numbers.js';
import type { Words } from '../words.js';
import { heldText, holdingGates, starCell, twoLines } from './star-words.js';

/** Every agency with its stars in both cycles, by name: not a league table. */
export function starAgencies(figures: CycleFigures, words: Words): Html | null {
  const { say, language } = words;
  const collator = new Intl.Collator(language);
  const named = figures.agencies
    .flatMap(({ agency, stars }) => (stars ? [{ name: words.nameOf(agency.name), stars }] : []))
    .sort((a, b) => collator.compare(a.name, b.name));
  if (named.length === 0) return null;
  const [now, previous] = [inText(figures.cycle.key), figures.previous ? inText(figures.previous.key) : dash];
  const titles = [
    say('stars.centres'),
    twoLines(say('stars.star'), now),
    twoLines(say('stars.star'), previous),
    twoLines(say('stars.score'), now),
    twoLines(say('stars.score'), previous),
  ];
  return html`<section class="section stars flowing">
    <h2>${say('stars.agencies')}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">${say('programme.agency')}</th>
          ${titles.map((title) => html`<th scope="col" class="number">${title}</th>`)}
          <th scope="col" class="number wrap">${say('stars.changeShort')}</th>
          <th scope="col" class="verdicts">${say('table.verdict')}</th>
          <th scope="col" class="marks">${say('stars.marks')}</th>
        </tr>
      </thead>
      <tbody>
        ${named.map(({ name, stars }) => agencyRow(name, stars, words))}
      </tbody>
    </table>
  </section>`;
}

function agencyRow(name: string, stars: AgencyStarFigures, words: Words): Html {
  const { before, change, centres } = stars;
  const verdict = change?.refused
    ? words.say('stars.breakShort')
    : words.say(`verdict.${change?.verdict ?? 'notCompared'}`);
  return html`<tr><th scope="row"><bdi>${name}</bdi></th>
<td class="number">${whole(centres.length)}</td><td class="number"><strong>${starCell(stars.star)}</strong></td><td class="number">${starCell(before?.star ?? null)}</td>
<td class="number"><strong>${score(stars.score)}</strong></td><td class="number">${score(before?.score ?? null)}</td><td class="number">${signed(change?.parts?.sameYardstick ?? null)}</td>
<td>${verdict}</td><td class="marks">${marksOf(stars, words).map((mark) => html`<div>${mark}</div>`)}</td></tr>`;
}

function marksOf(stars: AgencyStarFigures, words: Words): string[] {
  const held = heldText(stars, words);
  const centres = stars.centres.filter(({ fired }) => holdingGates(fired).length > 0).length;
  return [
    ...(held === null ? [] : [held]),
    ...(stars.provisional ? [words.say('stars.provisional')] : []),
    ...(centres > 0 ? [words.say('stars.heldCount', { count: centres })] : []),
  ];
}
