import { roundHalfAway } from '#statistics';
import type { ProgrammeStarFigures, StarChange } from '#figures';
import { html, type Html } from '../html.js';
import { inText, plain, signed, signedInText } from '../numbers.js';
import type { Words } from '../words.js';

const parts = ['sameYardstick', 'changedCriteria', 'changedWeights', 'changedFormula', 'joinedLeft'] as const;

/** What changed in the method, and what part of the published change that is; of a series break, that there is none. */
export function starChangePanel(change: StarChange | null, programme: ProgrammeStarFigures, words: Words): Html | null {
  if (!change) return null;
  return html`<section class="panel">
    <h2>${words.say('stars.whatChanged')}</h2>
    <p>${schemesText(programme, words)}</p>
    ${change.parts ? partsTable(change, change.parts, words) : html`<p class="held">${words.say('stars.break', { published: signedInText(change.published) })}</p>`}
    ${comparedText(change, words)}
  </section>`;
}

function schemesText({ scheme, previousScheme, criteria }: ProgrammeStarFigures, { say }: Words): string {
  if (previousScheme?.hash === scheme.hash) return say('stars.sameScheme');
  if (!previousScheme || !criteria) return say('stars.otherScheme');
  const versions = { before: inText(String(previousScheme.version)), now: inText(String(scheme.version)) };
  return say('stars.criteria', { ...versions, ...criteria });
}

function partsTable({ before, now, published }: StarChange, of: NonNullable<StarChange['parts']>, words: Words): Html {
  const { say } = words;
  const ends = { before: plain(before ?? 0, 1), now: plain(now ?? 0, 1) };
  return html`<table>
      <thead>
        <tr>
          <th scope="col">${say('stars.contribution')}</th>
          <th scope="col" class="number">${say('stars.points')}</th>
        </tr>
      </thead>
      <tbody>
        ${parts.map(
          (part) =>
            html`<tr>
              <th scope="row">${say(`stars.part.${part}`)}</th>
              <td class="number">${signed(of[part])}</td>
            </tr>`,
        )}
        <tr class="lead">
          <th scope="row">${say('stars.part.published', ends)}</th>
          <td class="number"><strong>${signed(published)}</strong></td>
        </tr>
      </tbody>
    </table>
    ${roundingNote(of, published ?? 0, words)}`;
}

/** Said where the printed numbers do not add up, and nowhere else. */
function roundingNote(of: NonNullable<StarChange['parts']>, published: number, { say }: Words): Html | null {
  const sum = parts.reduce((total, part) => total + Math.round(10 * roundHalfAway(of[part], 1)), 0);
  if (sum === Math.round(10 * roundHalfAway(published, 1))) return null;
  const params = { sum: signedInText(sum / 10), published: signedInText(published) };
  return html`<p class="small soft">${say('stars.roundedSum', params)}</p>`;
}

function comparedText({ centres, commonWeight, parts: of }: StarChange, { say }: Words): Html {
  const { compared, now, joined, left } = centres;
  return html`<ul class="plain small">
    <li>${say('stars.compared', { compared, now, joined, left })}</li>
    ${centres.notComparable.map(({ reason, centres: count }) => html`<li>${say(`stars.refused.${reason}`, { count })}</li>`)}
    ${of && html`<li>${say('stars.common', { share: plain(100 * commonWeight, 0) })}</li>`}
  </ul>`;
}
