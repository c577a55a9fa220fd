import { textsIn, type Language, type Problem } from '#contract';
import { html } from './html.js';
import { pageOf } from './page.js';

/** A refusal as a person reads it in a browser: what happened, what to do next, and the number support asks for. */
export function problemPage(problem: Problem, language: Language, here: string, id: string): string {
  const say = textsIn(language);
  const signIn = problem.code === 'access.signInNeeded';
  const body = html`<div class="narrow">
    <h1>${say('frame.problem')}</h1>
    <p class="lead">${say(`problem.${problem.code}`, problem.details.params)}</p>
    <p>
      <a class="button" href="${signIn ? '/sign-in' : '/'}?language=${language}"
        >${say(signIn ? 'frame.signIn' : 'frame.home')}</a
      >
    </p>
    <p class="small">${say('frame.reference', { id })}</p>
  </div>`;
  return pageOf({
    language,
    title: say('frame.problem'),
    body,
    here: addressable(here) ? here : null,
    account: undefined,
  });
}

/** Only an address that can be read can be asked for again in the other language. */
function addressable(here: string): boolean {
  return here.startsWith('/') && URL.canParse(here, 'http://here.invalid');
}
