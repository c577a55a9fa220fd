import type { Language, Say } from '#contract';
import type { AgencyStarFigures, Name, ProgrammeStarFigures } from '#figures';
import { plain, signedInText, signedText } from '#reports';
import { html, type Html } from '../pages/html.js';

/** The star of an agency with the score behind it. */
export function starCell({ star, score }: AgencyStarFigures, highest: number, say: Say): Html {
  const told = star === null ? say('home.notRated') : say('home.stars', { star, highest });
  return html`<div>${number(score === null ? '—' : plain(score, 1))} <span class="small">${told}</span></div>`;
}

/** Its change on the same yardstick, or that there is none to tell. */
export function starChangeCell({ change }: AgencyStarFigures, say: Say): Html {
  if (!change) return html`<div>—</div>`;
  if (!change.parts) return html`<div><span class="small">${say('home.seriesBreak')}</span></div>`;
  const verdict = say(`verdict.${change.verdict}`);
  return html`<div>${number(signedText(change.parts.sameYardstick))} <span class="small">${verdict}</span></div>`;
}

/** The stars of the programme: how they are spread, what moved, by which scheme. */
export function starCard(stars: ProgrammeStarFigures, language: Language, say: Say): Html {
  const { scheme, distribution, centres, agencies, since, change } = stars;
  const spread = distribution.map(({ star, centres: count }) => {
    const label = star === null ? say('home.notRated') : say('home.stars', { star, highest: stars.highest });
    return html`<li>${label}: ${number(String(count))}</li>`;
  });
  const points = change?.parts ? signedInText(change.parts.sameYardstick) : null;
  return html`<section class="card">
      <h3>${say('home.starsOf', { centres, agencies })}</h3>
      <ul class="spread">${spread}</ul>
      ${since && html`<p class="small">${say('home.moved', { up: since.up, down: since.down, same: since.same, first: since.firstTime })}${points !== null && html` ${say('home.sameYardstick', { points })}`}</p>`}
      <p class="small">${nameIn(scheme.title, language)}${scheme.note && html`. ${nameIn(scheme.note, language)}`}</p>
    </section>`;
}

function nameIn(name: Name, language: Language): string {
  return (language === 'ar' ? (name.ar ?? name.en) : (name.en ?? name.ar)) ?? '';
}

function number(text: string): Html {
  return html`<bdi dir="ltr"><strong>${text}</strong></bdi>`;
}
