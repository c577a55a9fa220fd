import { foldedForSearch, inClauses, textsIn, type Language, type Say } from '#contract';
import type { Cycle } from '#cycles';
import type { AgencyFigures, CycleFigures, MeasureFigures, Name, StudySummary } from '#figures';
import { plain, signedInText, signedText } from '#reports';
import { programmeName } from '#scorecards';
import { html, type Html } from '../pages/html.js';
import { pageOf } from '../pages/page.js';
import { starCard, starCell, starChangeCell } from './star-cells.js';
import type { TrialWays } from './trial.js';
import { trialSection } from './trial-section.js';

interface Frame {
  readonly language: Language;
  readonly here: string;
  readonly account: string | null;
}

export interface HomePage extends Frame {
  readonly cycles: readonly Cycle[];
  readonly cycle: Cycle;
  readonly figures: CycleFigures;
  /** What the reader looks for; empty for all. */
  readonly find: string;
  /** The survey to try; null: none is open. */
  readonly trial: TrialWays | null;
}

/** The page before anything is published: what will stand here, and for the office how to begin. */
export function nothingPublished(frame: Frame, isOffice: boolean): string {
  const say = textsIn(frame.language);
  const body = html`<h1>${say('home.none')}</h1>
    <p class="lead">${say(isOffice ? 'home.noneOffice' : 'home.noneLead')}</p>`;
  return pageOf({ ...frame, title: say('home.none'), body });
}

/** The published cycles, one of them with its agencies, their headline figures and PDFs. */
export function homePage(page: HomePage): string {
  const { language, cycle, figures } = page;
  const say = textsIn(language);
  const title = say('report.cycle', { cycle: isolated(cycle.key) });
  const body = html`<h1>${say('home.title')}</h1>
    <p class="lead">${say('home.lead')}</p>
    ${cycleLinks(page, say)}
    <h2>${title}</h2>
    ${figures.stars && starCard(figures.stars, language, say)}
    ${figures.programme.filter((study) => study.agencies > 2).map((study) => studyCard(study, page, say))}
    <p><a class="button" href="${pdfAddress(cycle.key, programmeName, language)}">${say('home.programme')} (PDF)</a></p>
    ${page.trial && trialSection(page.trial, language, say)}
    ${agencies(page, say)}`;
  return pageOf({ ...page, title, body });
}

function cycleLinks({ cycles, cycle, language }: HomePage, say: Say): Html {
  const links = cycles.map(({ key, publishedAt }) => {
    const current = key === cycle.key && html` aria-current="page"`;
    const note = !publishedAt && html` <span class="small">(${say('home.notPublished')})</span>`;
    return html`<li><a href="/?cycle=${encodeURIComponent(key)}&amp;language=${language}"${current}><bdi>${key}</bdi></a>${note}</li>`;
  });
  return html`<nav aria-label="${say('home.cycles')}"><ul class="choices">${links}</ul></nav>`;
}

function studyCard(study: StudySummary, { figures, language }: HomePage, say: Say): Html | null {
  const measures = figures.measures.filter((measure) => measure.study === study.study);
  const headline = measures.find((measure) => measure.kind === 'headline');
  const summary = study.measures.find((one) => one.measure === headline?.code);
  if (!headline || !summary?.now) return null;
  const { now, change } = summary;
  const mean = change?.meanChangeInPoints ?? null;
  return html`<section class="card">
      <h3>${say(`study.${study.study}`)}</h3>
      <p class="figure">${number(plain(now.median, 1))}</p>
      <p>${say('home.median', { measure: nameIn(headline.name, language), count: now.agencies })}</p>
      ${mean !== null && figures.previous && html`<p class="small">${inClauses(language, [say('home.was', { change: signedInText(mean), previous: isolated(figures.previous.key) }), ...interval(change?.interval ?? null, say)])}</p>`}
    </section>`;
}

function interval(of: { readonly low: number; readonly high: number } | null, say: Say): string[] {
  return of ? [say('interval.is', { low: signedInText(of.low), high: signedInText(of.high) })] : [];
}

function agencies(page: HomePage, say: Say): Html {
  const { figures, find, language, cycle } = page;
  const found = figures.agencies.filter((one) => holds(one, find));
  const named = found.map((one) => ({ one, name: nameIn(one.agency.name, language) }));
  const collator = new Intl.Collator(language);
  const rows = named.sort((a, b) => collator.compare(a.name, b.name)).map(({ one, name }) => row(one, name, page, say));
  const all = html`<a href="/?cycle=${encodeURIComponent(cycle.key)}&amp;language=${language}#agencies">${say('home.showAll')}</a>`;
  return html`<h2 id="agencies">${say('home.agencies')}</h2>
    ${findForm(page, say)}
    <p role="status">${found.length === 0 ? say('home.notFound', { query: isolated(find) }) : say('home.found', { count: found.length })} ${find !== '' && all}</p>
    ${rows.length > 0 && table(rows, figures, say)}`;
}

function findForm({ find, language, cycle }: HomePage, say: Say): Html {
  return html`<form class="find" method="get" action="/" role="search">
      <input type="hidden" name="cycle" value="${cycle.key}"><input type="hidden" name="language" value="${language}">
      <label for="find">${say('home.find')}</label>
      <input id="find" name="find" type="search" value="${find}" maxlength="100" dir="auto">
      <button class="button">${say('home.findButton')}</button>
    </form>`;
}

function table(rows: readonly Html[], { previous }: CycleFigures, say: Say): Html {
  const change = previous ? say('home.change', { previous: isolated(previous.key) }) : say('table.change');
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="agencies"><table>
    <thead><tr><th scope="col">${say('home.agency')}</th><th scope="col">${say('home.headline')}</th><th scope="col">${change}</th>
      <th scope="col">${say('home.position')}</th><th scope="col">${say('home.scorecard')}</th></tr></thead>
    <tbody>${rows}</tbody></table></div>`;
}

function row({ agency, studies, stars }: AgencyFigures, name: string, { cycle, figures }: HomePage, say: Say): Html {
  const headlines = studies.flatMap(({ study, headline }) => (headline ? [{ study, headline }] : []));
  const each = (cell: (headline: MeasureFigures) => Html | string) =>
    headlines.map(({ headline }) => html`<div>${cell(headline)}</div>`);
  const score = headlines.map(
    ({ study, headline }) =>
      html`<div>${number(headline.now.value === null ? '—' : plain(headline.now.value, 1))} <span class="small">${say(`study.${study}`)}</span></div>`,
  );
  const pdf = (language: Language, label: string) =>
    html`<a class="pdf" href="${pdfAddress(cycle.key, agency.code, language)}" hreflang="${language}" aria-label="${say('home.pdf', { language: label, agency: name })}">${label}</a>`;
  return html`<tr><th scope="row" dir="auto">${name}</th><td>${stars && figures.stars && starCell(stars, figures.stars.highest, say)}${score}</td>
    <td>${stars && starChangeCell(stars, say)}${each(({ change }) => html`${number(signedText(change.points))} <span class="small">${say(`verdict.${change.verdict}`)}</span>`)}</td>
    <td>${each(({ position }) => (position ? say(`quarter.${position.quarter}`) : '—'))}</td>
    <td>${pdf('ar', say('home.pdfArabic'))} ${pdf('en', say('home.pdfEnglish'))}</td></tr>`;
}

function holds({ agency: { code, name } }: AgencyFigures, find: string): boolean {
  const wanted = foldedForSearch(find);
  return [code, name.en, name.ar].some((text) => foldedForSearch(text ?? '').includes(wanted));
}

function pdfAddress(cycle: string, agency: string, language: Language): string {
  return `/api/v1/cycles/${encodeURIComponent(cycle)}/scorecards/${encodeURIComponent(agency)}/${language}`;
}

function nameIn(name: Name, language: Language): string {
  return (language === 'ar' ? (name.ar ?? name.en) : (name.en ?? name.ar)) ?? '';
}

function number(text: string): Html {
  return html`<bdi dir="ltr"><strong>${text}</strong></bdi>`;
}

/** A key or a typed text in a sentence of another direction. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
