import { textsIn, type Language } from '#contract';
import { html } from '../../pages/html.js';
import { pageOf } from '../../pages/page.js';

/** The page that asks whether somebody wants no more invitations: a form that works without scripts. */
export function optOutPage(language: Language, here: string, token: string): string {
  const say = textsIn(language);
  const title = say('invitation.optOutTitle');
  const body = html`<div class="narrow">
    <h1>${title}</h1>
    <p class="lead">${say('invitation.optOutLead')}</p>
    <form method="post" action="/o/${token}?language=${language}">
      <button class="button">${say('invitation.optOutSubmit')}</button>
    </form>
  </div>`;
  return pageOf({ language, title, body, here, account: undefined });
}

/** The page that says that nobody will be invited any more. */
export function optedOutPage(language: Language): string {
  const say = textsIn(language);
  const title = say('invitation.optedOutTitle');
  const body = html`<div class="narrow">
    <h1>${title}</h1>
    <p class="lead">${say('invitation.optedOutLead')}</p>
  </div>`;
  return pageOf({ language, title, body, here: null, account: undefined });
}
