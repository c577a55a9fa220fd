import type { AgencyFigures, CycleFigures, MeasureFigures, Spread, Standout, StudyFigures } from '#figures';
import { spreadStrip } from './charts/spread-strip.js';
import { html, type Html } from './html.js';
import { dash, inText, plain, score, signedInText } from './numbers.js';
import { starChangePanel } from './stars/star-change-panel.js';
import { starPanel } from './stars/star-panel.js';
import { reasonOf, type Words } from './words.js';

/** Page one, which stands alone: the stars and the headline of each study, then what stands out. */
export function frontPage(agency: AgencyFigures, figures: CycleFigures, words: Words): Html {
  const hasStudies = agency.studies.length > 0;
  return html`${agency.stars && starPanel(agency.stars, figures, words)}
    ${!hasStudies && agency.stars && figures.stars && starChangePanel(agency.stars.change, figures.stars, words)}
    ${agency.studies.map((study) => studyPanel(study, figures, words))}
    ${hasStudies && standoutsOf(agency, words)}`;
}

function studyPanel(study: StudyFigures, figures: CycleFigures, words: Words): Html {
  const { say } = words;
  const { headline } = study;
  return html`<section class="panel">
    <h2>${words.study(study.study)}</h2>
    ${headline ? headlineBlock(study, headline, figures, words) : html`<p class="soft">${say('front.noHeadline')}</p>`}
  </section>`;
}

function headlineBlock(study: StudyFigures, headline: MeasureFigures, figures: CycleFigures, words: Words): Html {
  const { say } = words;
  const measure = words.measure(study.study, headline.measure);
  const spread = figures.programme
    .find((summary) => summary.study === study.study)
    ?.measures.find((summary) => summary.measure === headline.measure)?.now;
  return html`<div class="headline">
      <div>
        <p>${words.nameOf(measure.name)}</p>
        <p class="big">${score(headline.now.value)}</p>
        ${headline.now.value !== null && html`<p class="soft small">${say('report.outOf100')}</p>`}
        <p class="soft small">${intervalText(headline, study, words)}</p>
        ${participationLine(study, figures, words)}
      </div>
      <dl class="facts">
        <div>${changeFact(headline, figures, words)}</div>
        <div>${positionFact(headline, words)}</div>
      </dl>
    </div>
    ${spread && headline.position && headline.now.value !== null && spreadFigure(spread, headline.now.value, words)}`;
}

/** The interval of a figure, or why there is none, and how many answered. */
export function intervalText({ now }: MeasureFigures, { survey }: StudyFigures, { say }: Words): Html {
  const interval = now.interval
    ? say('interval.is', { low: plain(now.interval.low, 1), high: plain(now.interval.high, 1) })
    : say(`interval.${now.whyNoInterval ?? 'noData'}`, { least: survey?.least ?? 0 });
  return html`${interval}${now.n !== null && now.n > 0 && html`<br />${say('report.answers', { count: now.n })}`}`;
}

function changeFact({ change, ...headline }: MeasureFigures, figures: CycleFigures, words: Words): Html {
  const { say } = words;
  const points = change.points === null ? null : plain(Math.abs(change.points), 1);
  return html`<dt>
      ${figures.previous ? say('front.change', { previous: inText(figures.previous.key) }) : say('table.change')}
    </dt>
    ${points !== null && html`<dd>${say('front.changePoints', { change: signedInText(change.points), count: Number(points) })}</dd>`}
    <dd><span class="verdict ${change.verdict}">${say(`verdict.${change.verdict}`)}</span></dd>
    ${change.interval && html`<dd class="note">${say('interval.is', { low: signedInText(change.interval.low), high: signedInText(change.interval.high) })}</dd>`}
    <dd class="note">${reasonOf({ change, ...headline }, say, (value) => plain(value, 1))}</dd>`;
}

function positionFact({ position, now }: MeasureFigures, words: Words): Html {
  const { say } = words;
  if (now.value === null)
    return html`<dt>${say('front.position')}</dt>
      <dd class="note">${dash}</dd>`;
  if (!position)
    return html`<dt>${say('front.position')}</dt>
      <dd class="note">${say('quarter.none')}</dd>`;
  const { quarter, rankInterval, of } = position;
  const ranks = rankInterval ? [say('quarter.ranks', { best: rankInterval.best, worst: rankInterval.worst })] : [];
  return html`<dt>${say('front.position')}</dt>
    <dd>${say(`quarter.${quarter}`)}</dd>
    <dd class="note">${words.inClauses([say('quarter.among', { count: of }), ...ranks])}</dd>`;
}

function spreadFigure(spread: Spread, value: number, words: Words): Html {
  const { lowest, highest, q1, q3, median } = spread;
  const params = Object.fromEntries(
    Object.entries({ lowest, highest, q1, q3, median, value }).map(([name, of]) => [name, plain(of, 1)]),
  );
  const text = words.say('front.spread', params);
  return html`<div class="block">
    ${spreadStrip(words.language, spread, value, text)}
    <p class="soft small">${text}</p>
  </div>`;
}

function participationLine({ participation }: StudyFigures, figures: CycleFigures, { say }: Words): Html | null {
  const { now, before } = participation ?? {};
  if (!now || now.value === null) return null;
  const earlier = before?.value ?? null;
  return html`<p class="soft small">
    ${say('front.participation', { value: plain(now.value, 1) })}${
      earlier !== null &&
      figures.previous &&
      html` ${say('front.participationBefore', { value: plain(earlier, 1), previous: inText(figures.previous.key) })}`
    }
  </p>`;
}

function standoutsOf(agency: AgencyFigures, words: Words): Html {
  const comparable = agency.studies.some((study) => study.measures.some((measure) => measure.lead !== null));
  if (comparable)
    return html`<div class="two">${standouts(agency, 'strengths', words)}${standouts(agency, 'gaps', words)}</div>`;
  const title = `${words.say('front.strengths')} · ${words.say('front.gaps')}`;
  return html`<section class="block"><h2>${title}</h2><p class="soft">${words.say('front.tooFew')}</p></section>`;
}

const standoutTexts = {
  strengths: ['front.strengths', 'front.strengthsNone'],
  gaps: ['front.gaps', 'front.gapsNone'],
} as const;

function standouts(agency: AgencyFigures, kind: 'strengths' | 'gaps', words: Words): Html {
  const { say } = words;
  const [title, noneText] = standoutTexts[kind];
  const list = html`<ul class="list">${agency[kind].map((one) => standout(one, words))}</ul>`;
  const none = html`<p class="soft">${say(noneText)}</p>`;
  return html`<section><h2>${say(title)}</h2>${agency[kind].length > 0 ? list : none}</section>`;
}

function standout({ study, measure: code, value, median, lead }: Standout, words: Words): Html {
  const measure = words.measure(study, code);
  const lower = measure.polarity === 'lower';
  const key = lead > 0 ? (lower ? 'front.betterThan' : 'front.above') : lower ? 'front.worseThan' : 'front.below';
  return html`<li>
    <span>${words.nameOf(measure.name)}</span><span class="value">${score(value)}</span>
    <span class="small soft">${words.say(key, { lead: plain(Math.abs(lead), 1), median: plain(median, 1) })}</span>
  </li>`;
}
