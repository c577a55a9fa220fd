import type { Fault, Wording } from '#contract';
import { faultAt } from '#documents';
import type { Campaign } from './campaign.js';

/** In every campaign, beside the languages that it names itself. */
const always = ['ar', 'en'];

/** Texts that are shown before anybody answers lack none of the languages it is asked in: who cannot read them agrees to nothing. */
export function* wordingFaults(
  { title, asker, purpose, consent }: Campaign,
  languages: readonly string[],
): Generator<Fault> {
  const shown: readonly (readonly [string, Wording])[] = [
    ['title', title],
    ['asker', asker],
    ['purpose', purpose],
    ['consent.text', consent.text],
  ];
  for (const [where, wording] of shown) {
    for (const language of new Set([...always, ...languages])) {
      if (!Object.hasOwn(wording, language)) yield faultAt(`${where}.${language}`, 'missing');
    }
  }
}
