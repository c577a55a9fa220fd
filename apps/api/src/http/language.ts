import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { languages, type Language } from '#contract';

declare module 'fastify' {
  interface FastifyRequest {
    /** The language its reader is answered in; set before anything else sees the request. */
    language: Language;
  }
}

/** Hands a route the language of whoever reads its answer. */
export const ReadersLanguage = createParamDecorator(
  (_: unknown, context: ExecutionContext): Language => context.switchToHttp().getRequest<FastifyRequest>().language,
);

/** The language a request asks for: `?language=`, else the best of its Accept-Language, else the fallback. */
export function languageOf(url: string, accepted: string | undefined, fallback: Language): Language {
  return chosenLanguage(url) ?? acceptedLanguage(accepted ?? '') ?? fallback;
}

/** The language that `?language=` of an address names, or null. */
export function chosenLanguage(url: string): Language | null {
  const query = url.indexOf('?');
  const named = query < 0 ? null : new URLSearchParams(url.slice(query + 1)).get('language');
  return known(named);
}

/** `ar-AE` and `ar` are Arabic; of equal weights the first counts; a weight of 0 says no. */
function acceptedLanguage(header: string): Language | null {
  const wishes = header.split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';');
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    return { language: known(tag.trim().split('-')[0] ?? ''), weight: weight === undefined ? 1 : Number(weight) };
  });
  const heard = wishes.filter(({ language, weight }) => language !== null && weight > 0);
  return heard.sort((one, other) => other.weight - one.weight)[0]?.language ?? null;
}

function known(text: string | null): Language | null {
  return languages.find((language) => language === text) ?? null;
}
