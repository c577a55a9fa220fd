import { directionOf } from '#contract';
import { leastAgencies } from '#figures';
import type { CycleFigures, MeasureFigures, MeasureSummary, Spread, StudySummary } from '#figures';
import { html, type Html } from './html.js';
import { dash, inText, range, score, signed } from './numbers.js';
import { standingsText } from './responses-note.js';
import type { Words } from './words.js';

/** Every measure of a study over the agencies; nothing where they are too few to have a median. */
export function measuresTable(study: StudySummary, { cycle, previous }: CycleFigures, words: Words): Html | null {
  const { say } = words;
  if (study.agencies < leastAgencies) return null;
  return html`<section class="section">
    <h2>${say('programme.measures')}: ${words.study(study.study)}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">${say('table.measure')}</th>
          <th scope="col" class="number">${say('programme.medianNow', { cycle: inText(cycle.key) })}</th>
          <th scope="col" class="number">
            ${previous ? say('programme.medianBefore', { previous: inText(previous.key) }) : dash}
          </th>
          <th scope="col" class="number">${say('programme.middleHalf')}</th>
          <th scope="col" class="number">${say('programme.meanChange')}</th>
          <th scope="col" class="number">${say('programme.meanChangeInterval')}</th>
          <th scope="col" class="number">${say('programme.direction')}</th>
        </tr>
      </thead>
      <tbody>
        ${study.measures.map((summary) => measureRow(study, summary, words))}
      </tbody>
    </table>
  </section>`;
}

function measureRow(study: StudySummary, { measure: code, now, before, change }: MeasureSummary, words: Words): Html {
  const measure = words.measure(study.study, code);
  const enough = (spread: Spread | null) => (spread && spread.agencies >= leastAgencies ? spread : null);
  // In the order of its heading, so in the direction of the page.
  const directions = change ? `${change.better} / ${change.same} / ${change.worse}` : dash;
  return html`<tr${measure.kind === 'headline' && html` class="lead"`}><th scope="row">${words.nameOf(measure.name)}${measure.polarity === 'lower' && html`<span class="small">${words.say('table.lowerIsBetter')}</span>`}</th>
<td class="number"><strong>${score(enough(now)?.median ?? null)}</strong></td><td class="number">${score(enough(before)?.median ?? null)}</td><td class="number">${middleHalf(enough(now))}</td>
<td class="number">${signed(change?.meanChangeInPoints ?? null)}</td><td class="number">${range(change?.interval ?? null, true)}</td><td class="number"><bdi dir="${directionOf(words.language)}">${directions}</bdi></td></tr>`;
}

function middleHalf(spread: Spread | null): Html {
  return range(spread && { low: spread.q1, high: spread.q3 });
}

/** Every agency's headline figure, by name: a quarter, not a league table. */
export function agenciesTable(study: StudySummary, figures: CycleFigures, words: Words): Html | null {
  const { say, language } = words;
  const collator = new Intl.Collator(language);
  const named = figures.agencies
    .flatMap((agency) => {
      const headline = agency.studies.find((one) => one.study === study.study)?.headline;
      return headline ? [{ name: words.nameOf(agency.agency.name), headline }] : [];
    })
    .sort((a, b) => collator.compare(a.name, b.name));
  if (named.length === 0) return null;
  return html`<section class="section">
    <h2>${say('programme.agencies')}: ${words.study(study.study)}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">${say('programme.agency')}</th>
          <th scope="col" class="number">${inText(figures.cycle.key)}</th>
          <th scope="col" class="number">${figures.previous ? inText(figures.previous.key) : dash}</th>
          <th scope="col" class="number">${say('table.change')}</th>
          <th scope="col">${say('table.verdict')}</th>
          <th scope="col">${say('programme.quarter')}</th>
        </tr>
      </thead>
      <tbody>
        ${named.map(({ name, headline }) => agencyRow(name, headline, words))}
      </tbody>
    </table>
    ${withheldNote(study, figures, words)} ${responsesNote(study, figures, words)}
  </section>`;
}

function responsesNote({ study }: StudySummary, { agencies }: CycleFigures, words: Words): Html | null {
  const surveys = agencies.flatMap(({ studies }) => {
    const survey = studies.find((one) => one.study === study)?.survey;
    return survey && survey.least === null ? [survey] : [];
  });
  return surveys.length > 0 ? html`<p class="soft small">${standingsText(study, surveys, words)}</p>` : null;
}

/** Whose results are not shown; which of them were too few is not told. */
function withheldNote({ study }: StudySummary, { agencies }: CycleFigures, words: Words): Html | null {
  const withheld = agencies.flatMap(({ agency, studies }) => {
    const own = studies.find((one) => one.study === study);
    return own?.headline?.now.whyNoInterval === 'protected' ? [{ agency, least: own.survey?.least ?? 0 }] : [];
  });
  if (withheld.length === 0) return null;
  const names = words.listed(withheld.map(({ agency }) => words.nameInText(agency.name, agency.code)));
  const least = Math.max(...withheld.map((one) => one.least));
  return html`<p class="soft small">${words.say('programme.protected', { names, least })}</p>`;
}

function agencyRow(name: string, { now, before, change, position }: MeasureFigures, { say }: Words): Html {
  return html`<tr>
    <th scope="row"><bdi>${name}</bdi></th>
    <td class="number"><strong>${score(now.value)}</strong></td>
    <td class="number">${score(before?.value ?? null)}</td>
    <td class="number">${signed(change.points)}</td>
    <td>${say(`verdict.${change.verdict}`)}</td>
    <td>${position ? say(`quarter.${position.quarter}`) : dash}</td>
  </tr>`;
}
