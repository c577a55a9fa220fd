import type { ProgrammeStarFigures } from '#figures';
import { html, type Html } from '../html.js';
import { inText } from '../numbers.js';
import type { Words } from '../words.js';
import { plainest } from './star-words.js';

/** How stars come about, in the box of methods. */
export function starMethod({ bands, scheme }: ProgrammeStarFigures, words: Words): Html {
  const { say } = words;
  const listed = bands.toReversed().map(({ star, from }) => say('stars.band', { count: star, from: plainest(from) }));
  return html`<h3>${say('stars.method')}</h3>
    <p>${bands.length > 0 ? say('stars.methodBands', { bands: words.listed(listed) }) : say('stars.methodSteps')}</p>
    <p>${say('stars.methodGates')}</p>
    <p>${say('stars.methodAgency')}</p>
    <p>${say('stars.methodChange')}</p>
    <p>${say('stars.methodHash', { code: inText(scheme.code), version: scheme.version, hash: inText(`SHA-256 ${scheme.hash.slice(0, 16)}`) })}</p>`;
}
