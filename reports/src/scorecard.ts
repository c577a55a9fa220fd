import type { Language } from '#contract';
import type { AgencyFigures, CycleFigures } from '#figures';
import { frontPage } from './front-page.js';
import { html, type Html } from './html.js';
import { measuresPages } from './measures-page.js';
import { methodPage } from './method-page.js';
import { inText } from './numbers.js';
import { page, type FontFile } from './page.js';
import { starPages } from './stars/star-pages.js';
import { wordsOf, type Words } from './words.js';

/** What identifies the figures of a report, printed at the foot of every page. */
export interface Imprint {
  /** SHA-256 of the figures, hexadecimal. */
  readonly figuresHash: string;
}

/** The scorecard of one agency in one cycle and one language: a self-contained page for print. */
export function scorecard(
  agency: AgencyFigures,
  figures: CycleFigures,
  language: Language,
  imprint: Imprint,
  fonts: readonly FontFile[],
): string {
  const words = wordsOf(figures, language);
  const { say } = words;
  const name = words.nameOf(agency.agency.name);
  const body = html`${masthead(say('report.scorecard'), figures, words)}
    <h1 dir="auto">${name}</h1>
    ${words.nameOf(agency.agency.group) && html`<p class="group" dir="auto">${words.nameOf(agency.agency.group)}</p>`}
    ${frontPage(agency, figures, words)}
    ${agency.stars && starPages(agency.stars, figures, words, agency.studies.length === 0)}
    ${measuresPages(agency, figures, words)} ${methodPage(agency, figures, words)}`;
  const title = `${name} – ${say('report.scorecard')} – ${say('report.cycle', { cycle: figures.cycle.key })}`;
  const subject = [agency.agency.code, figures.cycle.key].map(inText).join(' · ');
  return page({ language, title, foot: footOf(subject, words, imprint), body }, fonts);
}

/** The line at the head of a report: the platform, the kind of report, and the cycles. */
export function masthead(kind: string, { cycle, previous }: CycleFigures, { say }: Words): Html {
  return html`<header class="masthead">
    <span class="brand">${say('report.nujoom')} · ${kind}</span>
    <span
      >${say('report.cycle', { cycle: inText(cycle.key) })}
      <span class="soft"
        >${previous ? say('report.against', { previous: inText(previous.key) }) : say('report.first')}</span
      ></span
    >
  </header>`;
}

/** The foot of every page: what it is about, and the figures it was printed from. */
export function footOf(subject: string, { say }: Words, { figuresHash }: Imprint) {
  return {
    start: `${subject} · ${say('report.fingerprint', { hash: inText(figuresHash.slice(0, 12)) })}`,
    page: say('report.page'),
    of: say('report.of'),
  };
}
