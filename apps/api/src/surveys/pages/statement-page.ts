import type { TextKey, TextParams } from '#contract';
import { placesOf } from '#instruments';
import type { SurveyPlace } from '#surveys';
import { html, type Html } from '../../pages/html.js';
import { framed, type Switch } from './frame.js';
import type { Words } from './words.js';

export interface StatementPage {
  readonly words: Words;
  readonly place: SurveyPlace;
  readonly switch: Switch;
  /** Where the survey begins; null: only its own link leads there. */
  readonly start: string | null;
}

/** What is done with answers, made from the settings of the campaign and from nothing else. */
export function statementPage(page: StatementPage): string {
  const { words, place, start } = page;
  const { campaign } = place;
  const parts = campaign.study === 'employee-happiness' ? staffParts(page) : customerParts(page);
  const main = html`<h1>${words.said('statement.title')}</h1>
<p class="lead">${words.said('statement.lead')}</p>
<p><strong>${words.word(campaign.title)}</strong></p>
${parts}
${part(words, 'statement.long', [words.said('statement.longAnswers', { cycle: `\u2068${campaign.cycle}\u2069` }), words.counted('statement.longWords', campaign.retention.words), words.said('statement.longContact')])}
<h2>${words.said('statement.consent')}</h2>
<p>${words.word(campaign.consent.text)}</p>
<p>${words.said('statement.version', { n: words.number(campaign.consent.version) })}</p>
${start && html`<p><a href="${start}">${words.said('statement.back')}</a></p>`}`;
  return framed({
    words,
    title: `${words.say('statement.title')} – ${words.wordText(campaign.title)}`,
    asker: words.word(campaign.asker),
    switch: page.switch,
    main,
    action: null,
  });
}

function staffParts({ words, place }: StatementPage): Html {
  const { least, leastForComments } = place.campaign.anonymity;
  const say = saying(words);
  return html`${part(words, 'statement.kept', [say('statement.keptStaff'), say('statement.keptLink')])}
${part(words, 'statement.notKept', [say('statement.notKeptStaff')])}
${part(words, 'statement.sealed', [say('statement.sealing', { n: words.number(least) })])}
${part(words, 'statement.groups', [
  say('statement.least', { n: words.number(least) }),
  say('statement.leastComments', { n: words.number(leastForComments) }),
  say('statement.computed'),
])}
${cuts(words, place)}
${part(words, 'statement.seen', [say('statement.seenOffice'), say('statement.seenAgency')])}`;
}

function customerParts({ words, place }: StatementPage): Html {
  const { campaign, names } = place;
  const say = saying(words);
  const about = [names.service, names.centre, names.agency].flatMap((name) => (name ? [words.wordText(name)] : []));
  const separator = words.frame === 'ar' ? '، ' : ', ';
  return html`${part(words, 'statement.kept', [
    say('statement.keptCustomer', { place: about.map((name) => `\u2068${name}\u2069`).join(separator) }),
    say('statement.keptMarks'),
    say('statement.keptPersonal'),
  ])}
${part(words, 'statement.notKept', [say('statement.notKeptCustomer')])}
${part(words, 'statement.groups', [words.counted('statement.minimum', campaign.minimum), campaign.outcomeItem !== undefined && say('statement.outcome')])}
${cuts(words, place)}
${part(words, 'statement.seen', [say('statement.seenCustomer'), say('statement.seenAgency')])}`;
}

/** The questions by whose answers results may be divided. */
function cuts(words: Words, { campaign, instrument }: SurveyPlace): Html {
  const items = placesOf(instrument.compiled.instrument).map(({ item }) => item);
  const named = campaign.cuts.flatMap((code) => items.find((item) => item.code === code) ?? []);
  if (named.length === 0) return html`<p>${words.said('statement.noCuts')}</p>`;
  return html`<p>${words.said('statement.cuts')}</p><ul>${named.map(({ text }) => html`<li>${words.word(text)}</li>`)}</ul>`;
}

function part(words: Words, title: TextKey, lines: readonly (Html | false)[]): Html {
  const said = lines.flatMap((line) => (line ? [html`<li>${line}</li>`] : []));
  return html`<h2>${words.said(title)}</h2><ul>${said}</ul>`;
}

function saying(words: Words): (key: TextKey, params?: TextParams) => Html {
  return (key, params) => words.said(key, params);
}
