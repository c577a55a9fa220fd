import type { AgencyStarFigures, CycleFigures, ProgrammeStarFigures, StarCentre } from '#figures';
import { starRow } from '../charts/star-row.js';
import { html, type Html } from '../html.js';
import { inText, plain, score, signedInText } from '../numbers.js';
import type { Words } from '../words.js';
import { centreInText, heldText, holdingGates, provisionalTexts, schemeText, starsIn, starsOf } from './star-words.js';

/** What is printed of how many centres on page one; the table of centres has all. */
const mostOnFront = 4;

/** The star result of an agency on page one: star, score, gates, what may still change, and the change. */
export function starPanel(stars: AgencyStarFigures, figures: CycleFigures, words: Words): Html | null {
  const { say } = words;
  const { stars: programme } = figures;
  if (!programme) return null;
  const held = heldText(stars, words);
  const text = starsOf(stars.star, programme.highest, words);
  return html`<section class="panel">
    <h2>${say('stars.title')}</h2>
    <div class="headline">
      <div>
        ${starRow(words.language, { ...stars, highest: programme.highest, text: held ? `${text}. ${held}` : text })}
        <p class="starred">${text}</p>
        <p><strong class="starred">${score(stars.score)}</strong> <span class="soft small">${say('report.outOf100')}</span></p>
        <p class="soft small">${say('stars.meanOf', { count: stars.centres.length })}</p>
      </div>
      <dl class="facts">
        <div>${changeFact(stars, figures, words)}</div>
        <div>${beforeFact(stars, figures, words)}</div>
        <div>${resultFact(stars, words)}</div>
        <div>${edgeFact(stars, words)}</div>
      </dl>
    </div>
    ${held !== null && html`<p class="held">${held}</p>`}
    ${heldCentres(stars, words)}
    ${stars.from.length > 0 && html`<p class="small">${say('stars.from', { names: words.listed(stars.from.map(({ name, code }) => words.nameInText(name, code))) })}</p>`}
    ${schemeLine(programme, words)}
  </section>`;
}

/** The scheme by name and version, and what it says of itself. */
export function schemeLine({ scheme }: ProgrammeStarFigures, words: Words): Html {
  const status = words.say(scheme.status === 'official' ? 'stars.official' : 'stars.illustrative');
  return html`<p class="soft small">
    ${schemeText(scheme, words)} (${status})${scheme.note && html`<br />${words.nameInText(scheme.note)}`}
  </p>`;
}

function changeFact({ change }: AgencyStarFigures, { previous }: CycleFigures, { say }: Words): Html {
  const title = previous ? say('stars.change', { previous: inText(previous.key) }) : say('table.change');
  if (!change) {
    return html`<dt>${title}</dt>
      <dd class="note">${say(previous ? 'stars.firstTime' : 'why.noPreviousCycle')}</dd>`;
  }
  const { parts, interval, published, verdict } = change;
  if (!parts) {
    return html`<dt>${title}</dt>
      <dd>${say('stars.breakShort')}</dd>
      <dd class="note">${say('stars.break', { published: signedInText(published) })}</dd>`;
  }
  const count = Number(plain(Math.abs(parts.sameYardstick), 1));
  const whole = { published: signedInText(published), title: say('stars.whatChanged') };
  return html`<dt>${title}</dt>
    <dd>${say('front.changePoints', { change: signedInText(parts.sameYardstick), count })}</dd>
    <dd><span class="verdict ${verdict}">${say(`verdict.${verdict}`)}</span></dd>
    ${interval && html`<dd class="note">${say('interval.is', { low: signedInText(interval.low), high: signedInText(interval.high) })}</dd>`}
    ${verdict === 'cannotTell' && html`<dd class="note">${say('why.noSpread')}</dd>`}
    <dd class="note">${say('stars.published', whole)}</dd>`;
}

function beforeFact({ before }: AgencyStarFigures, { previous }: CycleFigures, words: Words): Html | null {
  if (!previous || !before) return null;
  return html`<dt>${words.say('stars.before', { previous: inText(previous.key) })}</dt>
    <dd>${starsIn(before.star, words)}</dd>
    ${before.score !== null && html`<dd class="note">${words.say('stars.beforeScore', { score: plain(before.score, 1) })}</dd>`}`;
}

function resultFact({ provisional, centres, fired }: AgencyStarFigures, words: Words): Html {
  const { say } = words;
  if (!provisional) {
    return html`<dt>${say('stars.result')}</dt>
      <dd class="note">${say('stars.final')}</dd>`;
  }
  const open = centres.filter((centre) => centre.provisional.length > 0);
  const gates = fired.filter(({ isProvisional }) => isProvisional).map(({ title }) => words.nameInText(title));
  return html`<dt>${say('stars.result')}</dt>
    <dd>${say('stars.provisional')}</dd>
    ${open.length > 0 && html`<dd class="note">${say('stars.mayChange', { count: open.length })}</dd>`}
    ${open.slice(0, 2).map((centre) => html`<dd class="note">${centreInText(centre, words)}: ${words.inClauses(provisionalTexts(centre.provisional, words))}</dd>`)}
    ${gates.length > 0 && html`<dd class="note">${words.listed(gates)}</dd>`}`;
}

function edgeFact({ centres }: AgencyStarFigures, { say }: Words): Html {
  const near = centres.filter(({ nearEdge }) => nearEdge !== null).length;
  return html`<dt>${say('stars.edge')}</dt>
    <dd class="note">${near > 0 ? say('stars.nearEdgeCentres', { count: near }) : say('stars.nearEdgeNone')}</dd>`;
}

function heldCentres({ centres }: AgencyStarFigures, words: Words): Html | null {
  const held = centres.filter(({ fired }) => holdingGates(fired).length > 0);
  if (held.length === 0) return null;
  const more = held.length - mostOnFront;
  return html`<h3>${words.say('stars.heldCentres')}</h3>
    <ul class="plain">
      ${held.slice(0, mostOnFront).map((centre) => heldCentre(centre, words))}
      ${more > 0 && html`<li class="soft">${words.say('stars.heldMore', { count: more })}</li>`}
    </ul>`;
}

function heldCentre(centre: StarCentre, words: Words): Html {
  return html`<li><strong>${centreInText(centre, words)}</strong>: ${heldText(centre, words)}</li>`;
}
