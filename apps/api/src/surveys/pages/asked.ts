import type { FastifyRequest } from 'fastify';
import { acceptedAmong } from '#campaigns';
import { languages, type Language } from '#contract';
import { languagesOf, type SurveyPlace } from '#surveys';

/** What a request says beside its form. Whatever else stands in an address, others put it there when they passed it on. */
export interface Asked {
  /** The language that was chosen by hand; null: none was. */
  readonly chosen: string | null;
  /** The languages of the browser. */
  readonly accepted: string;
  /** Of the connection; it is used to count and forgotten. */
  readonly address: string;
}

export function askedBy({ originalUrl, headers, ip }: FastifyRequest): Asked {
  const query = originalUrl.indexOf('?');
  const chosen = query < 0 ? null : new URLSearchParams(originalUrl.slice(query + 1)).get('language');
  return { chosen, accepted: headers['accept-language'] ?? '', address: ip };
}

/** The language to answer in: the chosen one, that of an invitation, what the browser asks for, that of the platform, any. */
export function languageFor(
  place: SurveyPlace | null,
  { chosen, accepted }: Asked,
  fallback: Language,
  invited?: string,
): string {
  const known = place ? languagesOf(place) : languages;
  const among = (tag: string | null | undefined) => known.find((one) => one === tag) ?? null;
  return among(chosen) ?? among(invited) ?? acceptedAmong(known, accepted) ?? among(fallback) ?? known[0] ?? fallback;
}
