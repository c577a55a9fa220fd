import { encode } from 'uqr';
import { textsIn, wordingIn, type Language, type Wording } from '#contract';
import type { Campaign } from '#campaigns';
import type { PosterParts, PosterSide } from '#reports';
import type { PlaceLine } from './place-rows.queries.js';

/** The letters of a code that are read in one breath. */
const groupLength = 6;

/** What the poster of a place says, in Arabic above and in English below. */
export function posterParts(
  campaign: Campaign,
  { names }: Pick<PlaceLine, 'names'>,
  { code, address }: { readonly code: string; readonly address: string },
): PosterParts {
  const url = new URL(address);
  // Nobody types https://; without it a browser finds the same page.
  const start = address.slice(url.protocol === 'https:' ? 'https://'.length : 0);
  return {
    title: `${wordingIn(campaign.title, 'ar')} · ${wordingIn(campaign.title, 'en')}`,
    sides: [sideOf(campaign, names, 'ar'), sideOf(campaign, names, 'en')],
    code: encode(address, { ecc: 'Q', border: 0 }).data,
    address: {
      before: start.slice(0, start.length - code.length),
      groups: code.match(new RegExp(`.{1,${groupLength}}`, 'g')) ?? [],
    },
  };
}

function sideOf(campaign: Campaign, names: PlaceLine['names'], language: Language): PosterSide {
  const say = textsIn(language);
  const shown = [names.service, names.centre, names.agency].filter((name): name is Wording => name !== undefined);
  const minutes = Math.ceil(campaign.minutes);
  return {
    language,
    title: wordingIn(campaign.title, language),
    asker: wordingIn(campaign.asker, language),
    place: shown.map((name) => wordingIn(name, language)),
    purpose: wordingIn(campaign.purpose, language),
    promises: [
      campaign.minutes < 1 ? say('poster.underMinute') : say('poster.minutes', { count: minutes }),
      say('poster.anonymous'),
    ],
    scan: say('poster.scan'),
    type: say('poster.type'),
  };
}
