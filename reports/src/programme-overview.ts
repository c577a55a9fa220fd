import { leastAgencies } from '#figures';
import type { AgencyRef, CohortFigures, CycleFigures, MeasureSummary, ProgrammeChange, StudySummary } from '#figures';
import { roundHalfAway } from '#statistics';
import { barsAsSvg } from './charts/bars.js';
import { distributionOf } from './distribution.js';
import { html, type Html } from './html.js';
import { inText, plain, score, signed, signedInText, signedPercent } from './numbers.js';
import type { Words } from './words.js';

/** What a minister reads of one study: the median, the changes by their names, the verdicts, and the spread. */
export function overview(study: StudySummary, figures: CycleFigures, words: Words): Html {
  const { say } = words;
  const headline = study.measures.find((summary) => words.measure(study.study, summary.measure).kind === 'headline');
  return html`<section class="panel">
      <h2>${words.study(study.study)}: ${say('report.agencies', { count: study.agencies })}</h2>
      ${overviewOf(study, headline, figures, words)}
    </section>
    ${figures.previous && study.agencies >= leastAgencies && cohort(study.cohort, words)}`;
}

function overviewOf(
  study: StudySummary,
  headline: MeasureSummary | undefined,
  figures: CycleFigures,
  words: Words,
): Html {
  if (!headline?.now) return html`<p class="soft">${words.say('front.noHeadline')}</p>`;
  if (headline.now.agencies < leastAgencies) return html`<p class="soft">${words.say('programme.few')}</p>`;
  return html`${tiles(study, headline, figures, words)}${distribution(study, headline, figures, words)}`;
}

function tiles(
  study: StudySummary,
  { measure, now, before, change }: MeasureSummary,
  figures: CycleFigures,
  words: Words,
): Html {
  const { say } = words;
  const name = words.nameOf(words.measure(study.study, measure).name);
  const previous = inText(figures.previous?.key ?? '');
  return html`<dl class="tiles">
    <div>
      <dt>${say('programme.headline', { measure: name })}</dt>
      <dd>${score(now?.median ?? null)}</dd>
      ${before && before.agencies >= leastAgencies && html`<dd class="note">${say('programme.medianWas', { median: plain(before.median, 1), previous })}</dd>`}
      ${now && html`<dd class="note">${say('programme.quartiles', { q1: plain(now.q1, 1), q3: plain(now.q3, 1) })}</dd>`}
    </div>
    ${change && changeTiles(change, words)}
  </dl>`;
}

function changeTiles(change: ProgrammeChange, { say, language }: Words): Html {
  const { meanChangeInPoints, meanOfRelativeChanges, relativeChangeOfMean, interval, verdicts, better, same, worse } =
    change;
  const always = ['improved', 'noDetectableChange', 'declined'] as const;
  const others = (['cannotTell', 'notCompared'] as const).filter((verdict) => verdicts[verdict] > 0);
  return html`<div>
      <dt>${say('programme.d3')}</dt>
      <dd>
        ${signed(meanChangeInPoints)}
        <span class="small">${say('report.points', { count: Math.abs(roundHalfAway(meanChangeInPoints ?? 0, 1)) })}</span>
      </dd>
      ${interval && html`<dd class="note">${say('programme.pairedInterval', { low: signedInText(interval.low), high: signedInText(interval.high) })}</dd>`}
    </div>
    <div>
      <dt>${say('programme.compared')}</dt>
      <dd>${change.comparable}</dd>
      <dd class="note">${say('programme.directionsText', { better, same, worse })}</dd>
    </div>
    <div>
      <dt>${say('programme.verdicts')}</dt>
      ${[...always, ...others].map((verdict) => html`<dd class="note">${say(`verdict.${verdict}`)}: <strong>${verdicts[verdict]}</strong></dd>`)}
    </div>
    <div>
      <dt>${say('programme.d1')}</dt>
      <dd>${signedPercent(meanOfRelativeChanges, language)}</dd>
      <dd class="note">${say('programme.d1Text')}</dd>
    </div>
    <div>
      <dt>${say('programme.d2')}</dt>
      <dd>${signedPercent(relativeChangeOfMean, language)}</dd>
      <dd class="note">${say('programme.d2Text')}</dd>
    </div>`;
}

function distribution(
  study: StudySummary,
  { measure, now }: MeasureSummary,
  figures: CycleFigures,
  words: Words,
): Html | null {
  if (!now) return null;
  const { say } = words;
  const values = figures.agencies.flatMap((agency) => {
    const headline = agency.studies
      .find((one) => one.study === study.study)
      ?.measures.find((one) => one.measure === measure);
    return headline?.now.value ?? [];
  });
  const { chart, bins } = distributionOf(values);
  const text = say('programme.distributionText', { median: plain(now.median, 1) });
  const spoken = words.inClauses(bins.map(({ from, to, count }) => say('programme.bin', { from, to, count })));
  return html`<div class="block">
    <h3>${say('programme.distribution')}</h3>
    <p class="soft small">${text}</p>
    ${barsAsSvg(words.language, chart, `${text} ${spoken}`)}
  </div>`;
}

function cohort(cohort: CohortFigures, words: Words): Html {
  const { say } = words;
  const name = (agency: AgencyRef) => words.nameInText(agency.name, agency.code);
  const names = (agencies: readonly AgencyRef[]) =>
    agencies.length === 0 ? say('report.none') : words.listed(agencies.map(name));
  const renamed = cohort.renamed.map(({ from, to }) =>
    say('programme.renamedFrom', { from: name(from), to: name(to) }),
  );
  const rows: [string, number, string][] = [
    [say('programme.continuing'), cohort.continuing, ''],
    [
      say('programme.renamed'),
      cohort.renamed.length,
      renamed.length === 0 ? say('report.none') : words.listed(renamed),
    ],
    [say('programme.new'), cohort.new.length, names(cohort.new)],
    [say('programme.left'), cohort.left.length, names(cohort.left)],
    [say('programme.merged'), cohort.merged.length, names(cohort.merged)],
    [say('programme.split'), cohort.split.length, names(cohort.split)],
  ];
  return html`<section class="block">
    <h2>${say('programme.cohort')}</h2>
    <table>
      <tbody>
        ${rows
          .filter(([, count], index) => count > 0 || index < 4)
          .map(
            ([label, count, list]) =>
              html`<tr>
                <th scope="row">${label}</th>
                <td class="number"><strong>${count}</strong></td>
                <td>${list}</td>
              </tr>`,
          )}
      </tbody>
    </table>
  </section>`;
}
