import type { Wording } from '#contract';
import { languagesOf } from '#surveys';
import { html, type Html } from '../../pages/html.js';
import type { Entrance } from './entrance.js';
import { framed } from './frame.js';
import { hiddenFields, trap, type Carried } from './hidden.js';
import type { Words } from './words.js';

export interface StartPage {
  readonly entrance: Entrance;
  readonly words: Words;
  readonly carried: Carried;
  /** The address of this page in a language; null: it was come back to, and its form is what turns it. */
  readonly address: ((language: string) => string) | null;
}

/** The first page: who asks about what and why, how long it honestly takes, what is kept, and one button. */
export function beginPage({ entrance, words, carried, address }: StartPage): string {
  const { place, action, code } = entrance;
  const { campaign } = place;
  const languages = languagesOf(place);
  const main = html`<h1>${words.word(campaign.title)}</h1>
${about(place.names, words)}
<h2>${words.said('survey.why')}</h2>
<p>${words.word(campaign.purpose)}</p>
<h2>${words.said('survey.know')}</h2>
<ul class="know"><li>${minutes(campaign.minutes, words)}</li><li>${words.said(anonymity(entrance))}</li><li>${words.said('survey.until', { date: words.day(campaign.closes) })}</li></ul>
<h2>${words.said('survey.consent')}</h2>
<p>${words.word(campaign.consent.text)}</p>
<p><a href="/s/${code}/statement?language=${words.language}">${words.said('survey.statement')}</a></p>
${trap(words.said('survey.trap'), carried.website)}
${hiddenFields(entrance, carried, [])}
<button class="button" name="go" value="next">${words.said('survey.start')}</button>`;
  return framed({
    words,
    title: words.wordText(campaign.title),
    asker: words.word(campaign.asker),
    switch: address ? { kind: 'address', languages, address } : { kind: 'form', languages },
    main,
    action,
  });
}

/** What is asked about, from the service to the agency. */
function about(
  names: { readonly agency: Wording; readonly centre?: Wording; readonly service?: Wording },
  words: Words,
): Html {
  const row = (part: 'service' | 'centre' | 'agency') => {
    const name = names[part];
    return name && html`<div><dt>${words.said(`survey.${part}`)}</dt><dd>${words.word(name)}</dd></div>`;
  };
  return html`<dl class="about">${[row('service'), row('centre'), row('agency')]}</dl>`;
}

function minutes(takes: number, words: Words): Html {
  if (takes < 1) return words.said('survey.underMinute');
  return words.counted('survey.minutes', Math.ceil(takes));
}

function anonymity({ place, way }: Entrance): 'survey.staff' | 'survey.personal' | 'survey.anonymous' {
  if (place.campaign.study === 'employee-happiness') return 'survey.staff';
  return way === 'personal' ? 'survey.personal' : 'survey.anonymous';
}
