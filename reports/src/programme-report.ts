import type { Language } from '#contract';
import type { CycleFigures } from '#figures';
import { html, type Html } from './html.js';
import { inText } from './numbers.js';
import { page, type FontFile } from './page.js';
import { overview } from './programme-overview.js';
import { agenciesTable, measuresTable } from './programme-tables.js';
import { footOf, masthead, type Imprint } from './scorecard.js';
import { starAgencies } from './stars/star-agencies.js';
import { starChangePanel } from './stars/star-change-panel.js';
import { starMethod } from './stars/star-method.js';
import { movesMatrix } from './stars/star-moves.js';
import { starOverview } from './stars/star-programme.js';
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
  const kind = say('report.programme');
  const titleWith = (cycle: string) => `${kind} – ${say('report.cycle', { cycle })}`;
  // What covers most of the government comes first; a study of one or two agencies is shown by its agencies alone.
  const studies = figures.programme.toSorted((a, b) => b.agencies - a.agencies);
  const body = html`${masthead(kind, figures, words)}
<h1>${titleWith(inText(figures.cycle.key))}</h1>
${figures.stars && starOverview(figures.stars, figures, words)}
${figures.stars && movesMatrix(figures.stars, figures, words)}
${figures.stars && starChangePanel(figures.stars.change, figures.stars, words)}
${figures.stars && starAgencies(figures, words)}
${studies.map((study) => overview(study, figures, words))}
${studies.map((study) => measuresTable(study, figures, words))}
${studies.map((study) => agenciesTable(study, figures, words))}
${method(figures, words)}`;
  const foot = footOf(`${kind} · ${inText(figures.cycle.key)}`, words, imprint);
  return page({ language, title: titleWith(figures.cycle.key), foot, body }, fonts);
}

function method({ stars, programme }: CycleFigures, words: Words): Html {
  const { say } = words;
  return html`<section class="block method">
    <h2>${say('method.title')}</h2>
    ${stars && starMethod(stars, words)}
    ${
      programme.length > 0 &&
      html`<h3>${say('method.change')}</h3>
        <p>${say('method.changeText')}</p>
        <h3>${say('method.median')}</h3>
        <p>${say('method.medianText')}</p>`
    }
    <h3>${say('method.rounding')}</h3>
    <p>${say('method.roundingText')}</p>
  </section>`;
}
