import { textsIn, type Language, type Say } from '#contract';
import { html, type Html } from './html.js';
import { pageOf } from './page.js';

/** What is wrong with a sign-in, and the field it is mended in. */
export interface SignInFault {
  readonly field: 'name' | 'password';
  readonly text: string;
}

export interface SignInPage {
  readonly language: Language;
  readonly here: string;
  /** The name as it was typed. The password is never sent back. */
  readonly name: string;
  readonly faults: readonly SignInFault[];
}

/** The page people sign in on: plain HTML that works without scripts. */
export function signInPage({ language, here, name, faults }: SignInPage): string {
  const say = textsIn(language);
  const body = html`<div class="narrow">
    ${faults.length > 0 && summary(faults, say)}
    <h1>${say('signIn.title')}</h1>
    <p class="small">${say('signIn.lead')}</p>
    <form class="card" method="post" action="/sign-in?language=${language}" novalidate>
      ${field('name', say('signIn.name'), html`type="text" value="${name}" autocomplete="username" autocapitalize="none" spellcheck="false" dir="auto"`, faults)}
      ${field('password', say('signIn.password'), html`type="password" autocomplete="current-password" dir="ltr"`, faults)}
      <button class="button button-wide">${say('signIn.submit')}</button>
    </form>
    <p class="small">${say('signIn.lost')}</p>
  </div>`;
  const title = say('signIn.title');
  return pageOf({
    language,
    title: faults.length > 0 ? say('signIn.error', { title }) : title,
    body,
    here,
    account: null,
  });
}

function summary(faults: readonly SignInFault[], say: Say): Html {
  const items = faults.map(({ field, text }) => html`<li><a href="#${field}">${text}</a></li>`);
  return html`<div class="summary" role="alert" aria-labelledby="summary-title">
    <h2 id="summary-title">${say('frame.problem')}</h2>
    <ul>
      ${items}
    </ul>
  </div>`;
}

function field(name: SignInFault['field'], label: string, attributes: Html, faults: readonly SignInFault[]): Html {
  const fault = faults.find((one) => one.field === name);
  const described = fault && html` aria-invalid="true" aria-describedby="${name}-fault"`;
  return html`<div class="field${fault && ' field-bad'}">
    <label for="${name}">${label}</label>
    ${fault && html`<span class="fault" id="${name}-fault">${fault.text}</span>`}
    <input id="${name}" name="${name}" required maxlength="${name === 'name' ? 100 : 1000}" ${attributes}${described} />
  </div>`;
}
