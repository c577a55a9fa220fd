import type { Language, Say } from '#contract';
import { html, type Html } from '../pages/html.js';
import type { TrialWays } from './trial.js';

/** The survey to try: its link, its kiosk, and the lines by which another website asks. */
export function trialSection({ link, kiosk, embed }: TrialWays, language: Language, say: Say): Html {
  return html`<section class="card" aria-labelledby="try">
      <h2 id="try">${say('home.tryTitle')}</h2>
      <p>${say('home.tryLead')}</p>
      <ul class="choices"><li><a href="${link}?language=${language}">${say('home.tryLink')}</a></li><li><a href="${kiosk}">${say('home.tryKiosk')}</a></li></ul>
      <p class="small" id="try-embed">${say('home.tryEmbed')}</p>
      <pre class="scroll" dir="ltr" tabindex="0" role="region" aria-labelledby="try-embed"><code>${embed(language)}</code></pre>
    </section>`;
}
