import type { Language } from '#contract';
import type {
  AgencyFigures,
  AgencyRef,
  CohortFigures,
  CycleFigures,
  MeasureSummary,
  ProgrammeChange,
  StudySummary,
} from '#figures';
import { barsAsSvg } from './charts/bars.js';
import { distributionOf } from './distribution.js';
import { html, type Html } from './html.js';
import { dash, plain, range, score, signed, signedText } from './numbers.js';
import { page, type FontFile } from './page.js';
import { footOf, masthead, type Imprint } from './scorecard.js';
import { wordsOf, type Words } from './words.js';

/** The report on all agencies of one cycle: one page a minister reads, then the tables behind it. */
export function programmeReport(
  figures: CycleFigures,
  language: Language,
  imprint: Imprint,
  fonts: readonly FontFile[],
): string {
  const words = wordsOf(figures, language);
  const { say } = words;
  const title = `${say('report.programme')} – ${say('report.cycle', { cycle: figures.cycle.key })}`;
  const body = html`${masthead(say('report.programme'), figures, words)}
    <h1>${title}</h1>
    ${figures.programme.map((study) => overview(study, figures, words))}
    ${figures.programme.map((study) => measuresTable(study, figures, words))}
    ${figures.programme.map((study) => agenciesTable(study, figures, words))} ${method(words)}`;
  return page(
    { language, title, foot: footOf(`${say('report.programme')} · ${figures.cycle.key}`, words, imprint), body },
    fonts,
  );
}

function overview(study: StudySummary, figures: CycleFigures, words: Words): Html {
  const { say } = words;
  const headline = study.measures.find((summary) => words.measure(study.study, summary.measure).kind === 'headline');
  return html`<section class="panel">
      <h2>${words.study(study.study)}: ${say('report.agencies', { count: study.agencies })}</h2>
      ${headline?.now ? html`${tiles(study, headline, figures, words)}${distribution(study, headline, figures, words)}` : html`<p class="soft">${say('front.noHeadline')}</p>`}
    </section>
    ${figures.previous && cohort(study.cohort, words)}`;
}

function tiles(
  study: StudySummary,
  { measure, now, before, change }: MeasureSummary,
  figures: CycleFigures,
  words: Words,
): Html {
  const { say } = words;
  const name = words.nameOf(words.measure(study.study, measure).name);
  const previous = figures.previous?.key ?? '';
  return html`<dl class="tiles">
    <div>
      <dt>${say('programme.headline', { measure: name })}</dt>
      <dd>${score(now?.median ?? null)}</dd>
      ${before && html`<dd class="note">${say('programme.medianWas', { median: plain(before.median, 1), previous })}</dd>`}
      ${now && html`<dd class="note">${say('programme.quartiles', { q1: plain(now.q1, 1), q3: plain(now.q3, 1) })}</dd>`}
    </div>
    ${change && changeTiles(change, words)}
  </dl>`;
}

function changeTiles(change: ProgrammeChange, { say }: Words): Html {
  const { meanChangeInPoints, meanOfRelativeChanges, relativeChangeOfMean, interval, verdicts, better, same, worse } =
    change;
  const percent = (value: number | null) => (value === null ? html`${dash}` : html`${signed(value)} %`);
  const shown = (['improved', 'noDetectableChange', 'declined', 'cannotTell', 'notCompared'] as const).filter(
    (verdict) =>
      verdicts[verdict] > 0 || verdict === 'improved' || verdict === 'declined' || verdict === 'noDetectableChange',
  );
  return html`<div>
      <dt>${say('programme.d3')}</dt>
      <dd>
        ${signed(meanChangeInPoints)}
        <span class="small"
          >${say('report.points', { count: Math.abs(Number(plain(meanChangeInPoints ?? 0, 1).replace('\u2212', ''))) })}</span
        >
      </dd>
      ${interval && html`<dd class="note">${say('programme.pairedInterval', { low: signedText(interval.low), high: signedText(interval.high) })}</dd>`}
    </div>
    <div>
      <dt>${say('programme.compared')}</dt>
      <dd>${change.comparable}</dd>
      <dd class="note">${say('programme.directionsText', { better, same, worse })}</dd>
    </div>
    <div>
      <dt>${say('programme.verdicts')}</dt>
      ${shown.map((verdict) => html`<dd class="note">${say(`verdict.${verdict}`)}: <strong>${verdicts[verdict]}</strong></dd>`)}
    </div>
    <div>
      <dt>${say('programme.d1')}</dt>
      <dd>${percent(meanOfRelativeChanges)}</dd>
      <dd class="note">${say('programme.d1Text')}</dd>
    </div>
    <div>
      <dt>${say('programme.d2')}</dt>
      <dd>${percent(relativeChangeOfMean)}</dd>
      <dd class="note">${say('programme.d2Text')}</dd>
    </div>`;
}

function distribution(
  study: StudySummary,
  { measure, now }: MeasureSummary,
  figures: CycleFigures,
  words: Words,
): Html | null {
  if (!now || now.agencies < 3) return null;
  const { say } = words;
  const values = figures.agencies.flatMap((agency) => {
    const headline = agency.studies
      .find((one) => one.study === study.study)
      ?.measures.find((one) => one.measure === measure);
    return headline?.now.value ?? [];
  });
  const { chart, bins } = distributionOf(values);
  const text = say('programme.distributionText', { median: plain(now.median, 1) });
  const spoken = bins.map(({ from, to, count }) => say('programme.bin', { from, to, count })).join('; ');
  return html`<div class="block">
    <h3>${say('programme.distribution')}</h3>
    <p class="soft small">${text}</p>
    ${barsAsSvg(words.language, chart, `${text} ${spoken}`)}
  </div>`;
}

function cohort(cohort: CohortFigures, words: Words): Html {
  const { say } = words;
  const separator = words.language === 'ar' ? '، ' : ', ';
  const names = (agencies: readonly AgencyRef[]) =>
    agencies.length === 0 ? say('report.none') : agencies.map((agency) => words.nameOf(agency.name)).join(separator);
  const renamed = cohort.renamed.map(({ from, to }) =>
    say('programme.renamedFrom', { from: words.nameOf(from.name), to: words.nameOf(to.name) }),
  );
  const rows: [string, number, string][] = [
    [say('programme.continuing'), cohort.continuing, ''],
    [
      say('programme.renamed'),
      cohort.renamed.length,
      renamed.length === 0 ? say('report.none') : renamed.join(separator),
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

function measuresTable(study: StudySummary, { cycle, previous }: CycleFigures, words: Words): Html {
  const { say } = words;
  return html`<section class="section">
    <h2>${say('programme.measures')}: ${words.study(study.study)}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">${say('table.measure')}</th>
          <th scope="col" class="number">${say('programme.medianNow', { cycle: cycle.key })}</th>
          <th scope="col" class="number">
            ${previous ? say('programme.medianBefore', { previous: previous.key }) : dash}
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
  const directions = change ? `${change.better} / ${change.same} / ${change.worse}` : dash;
  return html`<tr${measure.kind === 'headline' && html` class="lead"`}><th scope="row">${words.nameOf(measure.name)}${measure.polarity === 'lower' && html`<span class="small">${words.say('table.lowerIsBetter')}</span>`}</th>
<td class="number"><strong>${score(now?.median ?? null)}</strong></td><td class="number">${score(before?.median ?? null)}</td><td class="number">${range(now ? { low: now.q1, high: now.q3 } : null)}</td>
<td class="number">${signed(change?.meanChangeInPoints ?? null)}</td><td class="number">${range(change?.interval ?? null, true)}</td><td class="number"><bdi dir="ltr">${directions}</bdi></td></tr>`;
}

function agenciesTable(study: StudySummary, figures: CycleFigures, words: Words): Html {
  const { say, language } = words;
  const collator = new Intl.Collator(language);
  const named = figures.agencies
    .flatMap((agency) => {
      const headline = agency.studies.find((one) => one.study === study.study)?.headline;
      return headline ? [{ name: words.nameOf(agency.agency.name), headline }] : [];
    })
    .sort((a, b) => collator.compare(a.name, b.name));
  if (named.length === 0) return html``;
  return html`<section class="section">
    <h2>${say('programme.agencies')}: ${words.study(study.study)}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">${say('programme.agency')}</th>
          <th scope="col" class="number"><bdi>${figures.cycle.key}</bdi></th>
          <th scope="col" class="number"><bdi>${figures.previous?.key ?? dash}</bdi></th>
          <th scope="col" class="number">${say('table.change')}</th>
          <th scope="col">${say('table.verdict')}</th>
          <th scope="col">${say('programme.quarter')}</th>
        </tr>
      </thead>
      <tbody>
        ${named.map(({ name, headline }) => agencyRow(name, headline, words))}
      </tbody>
    </table>
  </section>`;
}

function agencyRow(
  name: string,
  { now, before, change, position }: NonNullable<AgencyFigures['studies'][number]['headline']>,
  { say }: Words,
): Html {
  return html`<tr>
    <th scope="row" dir="auto">${name}</th>
    <td class="number"><strong>${score(now.value)}</strong></td>
    <td class="number">${score(before?.value ?? null)}</td>
    <td class="number">${signed(change.points)}</td>
    <td>${say(`verdict.${change.verdict}`)}</td>
    <td>${position ? say(`quarter.${position.quarter}`) : dash}</td>
  </tr>`;
}

function method({ say }: Words): Html {
  return html`<section class="block method">
    <h2>${say('method.title')}</h2>
    <h3>${say('method.change')}</h3>
    <p>${say('method.changeText')}</p>
    <h3>${say('method.median')}</h3>
    <p>${say('method.medianText')}</p>
    <h3>${say('method.rounding')}</h3>
    <p>${say('method.roundingText')}</p>
  </section>`;
}
