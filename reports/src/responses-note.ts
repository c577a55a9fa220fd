import type { StudyCode, StudyFigures } from '#figures';
import { html, type Html } from './html.js';
import { plain } from './numbers.js';
import type { Words } from './words.js';

/** What became of the responses to our own surveys, and how they were weighted. Of employees nothing is decided, and nothing told. */
export function responsesNotes(studies: readonly StudyFigures[], words: Words): Html | null {
  const surveyed = studies.flatMap(({ study, survey }) => (survey && survey.least === null ? [{ study, survey }] : []));
  if (surveyed.length === 0) return null;
  return html`<h3>${words.say('method.responses')}</h3>
    <ul>
      ${surveyed.map(({ study, survey }) => html`<li>${standingsText(study, [survey], words)} ${weightsText(survey, words)}</li>`)}
    </ul>`;
}

type Facts = NonNullable<StudyFigures['survey']>;

/** How many responses count, are held and were excluded, about one agency or several. */
export function standingsText(study: StudyCode, surveys: readonly Facts[], words: Words): string {
  const sumOf = (which: 'counted' | 'held' | 'excluded') => surveys.reduce((sum, one) => sum + (one[which] ?? 0), 0);
  const standings = { counted: sumOf('counted'), held: sumOf('held'), excluded: sumOf('excluded') };
  return words.say('method.responsesText', { study: words.study(study), ...standings });
}

function weightsText({ weighting, unweighted }: Facts, { say }: Words): string | null {
  if (unweighted) return say('method.unweighted');
  if (!weighting) return null;
  const { designEffect, effectiveN } = weighting;
  return say('method.weighted', { effect: plain(designEffect, 2), effective: plain(effectiveN, 0) });
}
