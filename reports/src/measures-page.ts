import type { AgencyFigures, CycleFigures, MeasureFigures, StudyFigures } from '#figures';
import { dotRow, marks } from './charts/dot-row.js';
import { html, type Html } from './html.js';
import { dash, plain, range, score, signed, whole } from './numbers.js';
import type { Words } from './words.js';

/** All measures of each study: the table and, in its last column, the dot-and-interval chart it is the text of. */
export function measuresPages(agency: AgencyFigures, figures: CycleFigures, words: Words): Html {
  return html`${agency.studies.map((study) => studyTable(study, figures, words))}`;
}

function studyTable(study: StudyFigures, figures: CycleFigures, words: Words): Html {
  const { say } = words;
  const title = html`<h2>${say('table.title')}: ${words.study(study.study)}</h2>`;
  if (study.measures.length === 0)
    return html`<section class="section">
      ${title}
      <p>${say('table.noMeasures')}</p>
    </section>`;
  return html`<section class="section">
    ${title}
    <div class="legend">
      <span>${marks.now}${say('table.legendNow')}</span><span>${marks.before}${say('table.legendBefore')}</span
      ><span>${marks.interval}${say('table.legendInterval')}</span
      ><span>${marks.median}${say('table.legendMedian')}</span><span>${say('table.scale')}</span>
    </div>
    <table>
      ${head(figures, words, say('table.measure'))}
      <tbody>
        ${study.measures.map((measure) => row(measure, study, words, measureName(measure, study, words)))}
      </tbody>
    </table>
    ${study.parts.length > 0 && partsTable(study, figures, words)}
    <p class="soft small">${say('table.dash')}</p>
  </section>`;
}

function partsTable(study: StudyFigures, figures: CycleFigures, words: Words): Html {
  const { say } = words;
  const name = ({ part }: MeasureFigures) =>
    part
      ? html`${words.nameOf(part.service.name) || part.service.code}<span class="small"
            >${say('table.channel')}: ${words.channel(part.channel)}</span
          >`
      : html``;
  return html`<div class="block">
    <h3>${say('table.parts')}</h3>
    <table>
      ${head(figures, words, say('table.part'))}
      <tbody>
        ${study.parts.map((part) => row(part, study, words, name(part)))}
      </tbody>
    </table>
  </div>`;
}

function head({ cycle, previous }: CycleFigures, { say }: Words, first: string): Html {
  return html`<thead>
    <tr>
      <th scope="col">${first}</th>
      <th scope="col" class="number"><bdi>${cycle.key}</bdi></th>
      <th scope="col" class="number"><bdi>${previous?.key ?? dash}</bdi></th>
      <th scope="col" class="number">${say('table.change')}</th>
      <th scope="col" class="number">${say('table.interval')}</th>
      <th scope="col" class="number">${say('table.answers')}</th>
      <th scope="col" class="number">${say('table.median')}</th>
      <th scope="col">${say('table.chart')}</th>
    </tr>
  </thead>`;
}

function measureName({ measure: code }: MeasureFigures, { study }: StudyFigures, words: Words): Html {
  const measure = words.measure(study, code);
  return html`${words.nameOf(measure.name)}${measure.polarity === 'lower' && html`<span class="small">${words.say('table.lowerIsBetter')}</span>`}`;
}

function row(figures: MeasureFigures, study: StudyFigures, words: Words, name: Html): Html {
  const { say } = words;
  const { now, before, change, median, part } = figures;
  const lead = !part && figures.measure === study.headline?.measure;
  const text = say('table.rowText', {
    measure: part ? words.nameOf(part.service.name) : words.nameOf(words.measure(study.study, figures.measure).name),
    now: spoken(now.value),
    before: spoken(before?.value ?? null),
    median: spoken(median),
  });
  return html`<tr${lead && html` class="lead"`}><th scope="row">${name}</th><td class="number"><strong>${score(now.value)}</strong></td>
<td class="number">${score(before?.value ?? null)}</td>
<td class="number">${signed(change.points)}${(change.verdict === 'improved' || change.verdict === 'declined') && html`<br /><span class="small">${say(`verdict.${change.verdict}`)}</span>`}</td>
<td class="number">${range(change.interval, true)}</td><td class="number">${whole(now.n)}</td><td class="number">${score(median)}</td>
<td>${dotRow(words.language, { now: now.value, interval: now.interval, before: before?.value ?? null, median, text })}</td></tr>`;
}

function spoken(value: number | null): string {
  return value === null ? dash : plain(value, 1);
}
