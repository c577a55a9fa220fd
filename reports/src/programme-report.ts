import type { Language } from '#contract';
import type { CycleFigures } from '#figures';
import { html, type Html } from './html.js';
import { inText } from './numbers.js';
import { page, type FontFile } from './page.js';
import { overview } from './programme-overview.js';
import { agenciesTable, measuresTable } from './programme-tables.js';
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
  const kind = say('report.programme');
  const titleWith = (cycle: string) => `${kind} – ${say('report.cycle', { cycle })}`;
  // What covers most of the government comes first; a study of one or two agencies is shown by its agencies alone.
  const studies = figures.programme.toSorted((a, b) => b.agencies - a.agencies);
  const body = html`${masthead(kind, figures, words)}
<h1>${titleWith(inText(figures.cycle.key))}</h1>
${studies.map((study) => overview(study, figures, words))}
${studies.map((study) => measuresTable(study, figures, words))}
${studies.map((study) => agenciesTable(study, figures, words))}
${method(words)}`;
  const foot = footOf(`${kind} · ${inText(figures.cycle.key)}`, words, imprint);
  return page({ language, title: titleWith(figures.cycle.key), foot, body }, fonts);
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
