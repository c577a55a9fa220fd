import type { AgencyFigures, CycleFigures, PublishedBreak, PublishedSeries, Source, StudyFigures } from '#figures';
import { html, type Html } from './html.js';
import { plain, signedInText, inText } from './numbers.js';
import { responsesNotes } from './responses-note.js';
import { starMethod } from './stars/star-method.js';
import type { Words } from './words.js';

/** What the figures mean, how a change is judged, what changed between the cycles, and where all came from. */
export function methodPage(agency: AgencyFigures, figures: CycleFigures, words: Words): Html {
  const { say } = words;
  const hasStudies = agency.studies.length > 0;
  return html`<section class="section method">
    <h2>${say('method.title')}</h2>
    ${agency.stars && figures.stars && starMethod(figures.stars, words)} ${hasStudies && studyMethod(agency, words)}
    <h3>${say('method.rounding')}</h3>
    <p>${say('method.roundingText')}</p>
    ${hasStudies && changesAndSources(agency, figures, words)}
  </section>`;
}

function studyMethod({ studies }: AgencyFigures, words: Words): Html {
  const { say } = words;
  const least = studies.find(({ survey }) => survey?.least)?.survey?.least;
  return html`${definitions(studies, words)}
    ${
      least &&
      html`<h3>${say('method.employees')}</h3>
        <p>${say('method.employeesText', { least })}</p>`
    }
    ${responsesNotes(studies, words)}
    <h3>${say('method.change')}</h3>
    <p>${say('method.changeText')}</p>
    <h3>${say('method.median')}</h3>
    <p>${say('method.medianText')}</p>`;
}

function changesAndSources({ studies }: AgencyFigures, figures: CycleFigures, words: Words): Html {
  const { say } = words;
  return html`${
    figures.previous &&
    html`<h3>${say('method.changedTitle')}</h3>
        <ul>
          ${studies.map((study) => whatChanged(study, figures, words))}
        </ul>`
  }
    <h3>${say('method.sources')}</h3>
    <ul>
      ${sourcesOf(studies).map((source) => html`<li><bdi dir="ltr">${say('method.source', { file: inText(source.file), hash: source.sha256.slice(0, 16) })}</bdi></li>`)}
    </ul>`;
}

function definitions(studies: readonly StudyFigures[], words: Words): Html {
  const shown = studies.flatMap((study) => [...study.measures, ...(study.participation ? [study.participation] : [])]);
  const codes = [...new Set(shown.map((measure) => measure.now.definition))];
  return html`<h3>${words.say('method.definitions')}</h3>
    <ul>
      ${codes.map((code) => html`<li>${words.say(`definition.${code}`)}</li>`)}
    </ul>`;
}

function whatChanged(study: StudyFigures, figures: CycleFigures, words: Words): Html {
  const { say } = words;
  const name = words.study(study.study);
  const names = words.listed(study.from.map((agency) => words.nameInText(agency.name, agency.code)));
  return html`<li>${name}: ${say(`cohort.${study.cohort}`, { names })}</li>
    ${measuresChanged(study, words)} ${likeForLike(study, name, words)} ${coverage(study, name, figures, words)}
    ${study.published.map((series) => publishedNotes(series, figures, words))}`;
}

function measuresChanged(study: StudyFigures, words: Words): Html | null {
  const { say } = words;
  const fresh = study.measures
    .filter(({ before, now, change }) => before === null && now.value !== null && change.why === 'noPreviousValue')
    .map(({ measure }) => measure);
  const names = (codes: readonly string[]) =>
    words.listed(codes.map((code) => words.nameInText(words.measure(study.study, code).name)));
  if (study.cohort === 'new') return null;
  if (fresh.length + study.dropped.length === 0) {
    const areSame = study.measures.some(({ before }) => before !== null) && !study.measures.some(isBroken);
    return areSame ? html`<li>${say('method.sameMeasures')}</li>` : null;
  }
  return html`${fresh.length > 0 && html`<li>${say('method.newMeasures', { names: names(fresh) })}</li>`}
    ${study.dropped.length > 0 && html`<li>${say('method.droppedMeasures', { names: names(study.dropped) })}</li>`}`;
}

/** Perhaps measured in another way: then nothing is said of definitions. */
function isBroken({ change }: StudyFigures['measures'][number]): boolean {
  return change.why === 'seriesBreak';
}

function likeForLike({ headline }: StudyFigures, study: string, { say }: Words): Html | null {
  if (!headline || headline.change.commonShare === null) return null;
  const { commonShare, asShown, points } = headline.change;
  const share = html`<li>${say('method.commonShare', { study, share: plain(100 * commonShare, 0) })}</li>`;
  if (asShown === null || points === null) return share;
  return html`${share}
    <li>${say('method.asShown', { study, shown: signedInText(asShown), points: signedInText(points) })}</li>`;
}

function coverage({ headline }: StudyFigures, study: string, { cycle }: CycleFigures, { say }: Words): Html | null {
  const covers = headline?.now.covers;
  if (!covers || (covers.from === cycle.startsOn && covers.to === cycle.endsOn)) return null;
  return html`<li>${say('method.covers', { study, from: inText(covers.from), to: inText(covers.to) })}</li>`;
}

/** Breaks and slips that lie in the two cycles, and how many published figures could be computed again. */
function publishedNotes(series: PublishedSeries, { cycle, previous }: CycleFigures, words: Words): Html {
  const { say } = words;
  const service = words.nameInText(series.service.name, series.service.code);
  const first = previous?.startsOn ?? cycle.startsOn;
  const slips = series.slips.filter((day) => day >= first && day <= cycle.endsOn);
  // A change of formula on the first day of both cycles is none between them.
  const breaks = series.breaks.filter(({ from }) => from > first && from <= cycle.endsOn);
  return html`<li>${say('method.publishedGood', { reproduced: series.reproduced, points: series.points, service })}</li>
    ${slips.length > 0 && html`<li>${say('method.slips', { service, periods: words.listed(slips.map((day) => inText(day.slice(0, 7)))) })}</li>`}
    ${breaks.map((one) => breakNote(one, service, words))}`;
}

function breakNote(
  { from, definitionBefore, definitionAfter, change }: PublishedBreak,
  service: string,
  { say }: Words,
): Html {
  const params = {
    service,
    from: inText(from.slice(0, 7)),
    before: say(`definition.short.${definitionBefore}`),
    after: say(`definition.short.${definitionAfter}`),
    printed: signedInText(change.printed),
  };
  const honest = change.likeForLike.map(({ definition, points }) =>
    say('method.breakLikeForLike', {
      definition: say(`definition.short.${definition}`),
      points: points === null ? '—' : signedWithTwo(points),
    }),
  );
  return html`<li>
    <strong>${say('method.break', params)}</strong>
    <ul>
      ${honest.map((line) => html`<li>${line}</li>`)}
    </ul>
  </li>`;
}

/** Like-for-like changes across a break are often less than a tenth; two decimals keep them apart from nothing. */
function signedWithTwo(points: number): string {
  const text = plain(points, 2);
  return inText(points > 0 && Number(text) > 0 ? `+${text}` : text);
}

function sourcesOf(studies: readonly StudyFigures[]): Source[] {
  const figures = studies.flatMap((study) =>
    [...study.measures, ...study.parts].flatMap(({ now, before }) => (before ? [now, before] : [now])),
  );
  const sources = figures.flatMap((figure) => figure.sources);
  return [...new Map(sources.map((source) => [source.sha256, source])).values()].sort((a, b) =>
    a.file < b.file ? -1 : 1,
  );
}
