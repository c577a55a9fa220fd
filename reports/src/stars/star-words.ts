import type { FiredStarGate, ProvisionalNote, StarCentre } from '#figures';
import { withoutDirectionSigns } from '../direction-signs.js';
import { html, type Html } from '../html.js';
import { dash, inText, plain, whole } from '../numbers.js';
import type { Words } from '../words.js';

/** What a star result is said with: its stars, and the gates that fired. */
export interface Rated {
  readonly star: number | null;
  readonly rawStar: number | null;
  readonly fired: readonly FiredStarGate[];
}

/** "4 stars of 7", or that it is not rated. */
export function starsOf(star: number | null, highest: number, { say }: Words): string {
  return star === null ? say('stars.notRated') : say('stars.of', { count: star, highest });
}

/** "4 stars", or that it is not rated. */
export function starsIn(star: number | null, { say }: Words): string {
  return star === null ? say('stars.notRated') : say('stars.count', { count: star });
}

/** A number of stars for a table; a dash for what is not rated. */
export function starCell(star: number | null): Html {
  return whole(star);
}

/** Raw star, gates and final star in one sentence; null where no gate changed the star. */
export function heldText({ star, rawStar, fired }: Rated, words: Words): string | null {
  const holding = holdingGates(fired);
  if (holding.length === 0 || rawStar === null) return null;
  const gates = gatesText(holding, words);
  return star === null
    ? words.say('stars.heldUnrated', { raw: rawStar, gates })
    : words.say('stars.held', { raw: rawStar, star, gates });
}

/** The gates that changed a star, as they are named in a sentence, each with what was found and what it asks. */
export function gatesText(fired: readonly FiredStarGate[], words: Words): string {
  return words.listed(
    fired.map(({ title, when, found, limit }) => {
      const gate = words.nameInText(title);
      if (found === null || limit === null) return gate;
      const key = when === 'channelGap' ? 'stars.gateAbove' : 'stars.gateBelow';
      return words.say(key, { gate, found: plain(found, 1), limit: plainest(limit) });
    }),
  );
}

export function holdingGates(fired: readonly FiredStarGate[]): FiredStarGate[] {
  return fired.filter(({ isProvisional }) => !isProvisional);
}

/** Why the result of a centre may still change, in one sentence part for each reason. */
export function provisionalTexts(notes: readonly ProvisionalNote[], words: Words): string[] {
  return notes.map(({ why, of, count, n, minimum }) => {
    const named = words.listed(of.map((name) => words.nameInText(name)));
    const names = count > of.length ? words.say('stars.more', { names: named, count: count - of.length }) : named;
    return words.say(`stars.why.${why}`, { names, count, n: n ?? 0, minimum: minimum ?? 0 });
  });
}

/** The name of a centre for a sentence; its code where it has none. */
export function centreInText({ name, code }: StarCentre, words: Words): string {
  return words.nameInText(name, code);
}

export function centreName({ name, code }: StarCentre, words: Words): string {
  return words.nameOf(name) || withoutDirectionSigns(code);
}

/** A heading over a cycle's key, which never breaks at its hyphen. */
export function twoLines(title: string, key: string): Html {
  return html`${title}<br />${key}`;
}

/** A part of a whole in percent, with as few decimals as say it. */
export function percent(part: number | null, { language }: Words): Html {
  if (part === null) return html`<bdi dir="ltr">${dash}</bdi>`;
  return html`<bdi dir="ltr">${plainest(Math.round(part * 1_000) / 10)}</bdi>${language === 'ar' ? '٪' : '\u00a0%'}`;
}

/** A number without decimals that are zero. */
export function plainest(value: number): string {
  return Number.isInteger(value) ? plain(value, 0) : plain(value, 1);
}

/** The scheme by its name and version. */
export function schemeText(
  { title, code, version }: { readonly title: Parameters<Words['nameOf']>[0]; code: string; version: number },
  words: Words,
): string {
  return words.say('stars.scheme', { title: words.nameInText(title, code), version: inText(String(version)) });
}
