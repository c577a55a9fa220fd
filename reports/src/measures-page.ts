import type { AgencyFigures, CycleFigures, MeasureFigures, StudyFigures } from '#figures';
import { axisOf, dotAxis, dotRow, marks, type Axis } from './charts/dot-row.js';
import { withoutDirectionSigns } from './direction-signs.js';
import { html, type Html } from './html.js';
import { dash, inText, plain, range, score, signed, whole } from './numbers.js';
import type { Words } from './words.js';

/** All measures of each study: the table and, in its last column, the dot-and-interval chart it is the text of. */
export function measuresPages(agency: AgencyFigures, figures: CycleFigures, words: Words): Html {
  return html`${agency.studies.map((study) => studyPage(study, figures, words))}`;
}

function studyPage(study: StudyFigures, figures: CycleFigures, words: Words): Html {
  const { say } = words;
  const title = html`<h2>${say('table.title')}: ${words.study(study.study)}</h2>`;
  const shown = study.measures.filter((one) => hasRow(one, study));
  if (shown.length === 0) {
    const none = study.measures.length === 0 ? say('table.noMeasures') : withheldText(study, words);
    return html`<section class="section measures">${title}<p>${none}</p></section>`;
  }
  return html`<section class="section measures">${title}
${legend(words)}
${table(say('table.measure'), shown, study, figures, words)}
${study.parts.length > 0 && html`<div class="block"><h3>${say('table.parts')}</h3>${table(say('table.part'), study.parts, study, figures, words)}</div>`}
<p class="soft small">${say('table.dash')}</p>
${study.measures.some(isProtected) && html`<p class="soft small">${withheldText(study, words)}</p>`}
</section>`;
}

function withheldText({ measures, survey }: StudyFigures, { say }: Words): string {
  return say('table.protected', { count: measures.filter(isProtected).length, least: survey?.least ?? 0 });
}

/** What is withheld has no row; but for the headline, where the cycle before has something to show. */
function hasRow(figures: MeasureFigures, { headline }: StudyFigures): boolean {
  return !isProtected(figures) || (figures.measure === headline?.measure && (figures.before?.value ?? null) !== null);
}

function isProtected({ now }: MeasureFigures): boolean {
  return now.whyNoInterval === 'protected';
}

function legend({ say }: Words): Html {
  const shown = [
    [marks.now, 'table.legendNow'],
    [marks.before, 'table.legendBefore'],
    [marks.interval, 'table.legendInterval'],
    [marks.median, 'table.legendMedian'],
  ] as const;
  return html`<div class="legend">${shown.map(([mark, key]) => html`<span>${mark}${say(key)}</span>`)}</div>`;
}

function table(
  first: string,
  rows: readonly MeasureFigures[],
  study: StudyFigures,
  figures: CycleFigures,
  words: Words,
): Html {
  const values = rows.flatMap(({ now, before, median }) => [
    now.value,
    now.interval?.low,
    now.interval?.high,
    before?.value,
    median,
  ]);
  const axis = axisOf(values.filter((value) => value !== null && value !== undefined));
  return html`<table>${head(first, axis, figures, words)}
<tbody>${rows.map((one) => row(one, axis, study, words))}</tbody></table>`;
}

function head(first: string, axis: Axis, { cycle, previous }: CycleFigures, { say, language }: Words): Html {
  const numbers = [
    inText(cycle.key),
    previous ? inText(previous.key) : dash,
    say('table.change'),
    say('table.interval'),
    say('table.answers'),
    say('table.median'),
  ];
  return html`<thead><tr><th scope="col">${first}</th>
${numbers.map((title) => html`<th scope="col" class="number">${title}</th>`)}
<th scope="col" class="chart">${say('table.chart')}${dotAxis(language, axis)}</th></tr></thead>`;
}

function row(figures: MeasureFigures, axis: Axis, study: StudyFigures, words: Words): Html {
  const { say, language } = words;
  const { now, change, median, part } = figures;
  const before = figures.before?.value ?? null;
  const isHeadline = !part && figures.measure === study.headline?.measure;
  const text = say('table.rowText', {
    measure: nameOf(figures, study, words),
    now: spoken(now.value),
    before: spoken(before),
    median: spoken(median),
  });
  return html`<tr${isHeadline && html` class="lead"`}><th scope="row"><bdi>${nameOf(figures, study, words)}</bdi>${remark(figures, study, words)}</th>
<td class="number"><strong>${score(now.value)}</strong></td><td class="number">${score(before)}</td>
<td class="number">${signed(change.points)}${isVerdict(figures) && html`<br><span class="small">${say(`verdict.${change.verdict}`)}</span>`}</td>
<td class="number">${range(change.interval, true)}</td><td class="number">${whole(now.n)}</td><td class="number">${score(median)}</td>
<td>${dotRow(language, axis, { now: now.value, interval: now.interval, before, median, text })}</td></tr>`;
}

function nameOf({ measure, part }: MeasureFigures, { study }: StudyFigures, words: Words): string {
  if (part) return words.nameOf(part.service.name) || withoutDirectionSigns(part.service.code);
  return words.nameOf(words.measure(study, measure).name);
}

function remark({ measure, part }: MeasureFigures, { study }: StudyFigures, words: Words): Html | null {
  if (part)
    return html`<span class="small">${words.say('table.channel')}: <bdi>${words.channel(part.channel)}</bdi></span>`;
  const lower = words.measure(study, measure).polarity === 'lower';
  return lower ? html`<span class="small">${words.say('table.lowerIsBetter')}</span>` : null;
}

function isVerdict({ change }: MeasureFigures): boolean {
  return change.verdict === 'improved' || change.verdict === 'declined';
}

function spoken(value: number | null): string {
  return value === null ? dash : plain(value, 1);
}
