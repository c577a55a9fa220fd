import type { FastifyReply } from 'fastify';
import { contentSecurityPolicy } from '../../http/guarding-headers.js';

/** A page that is answered. */
export interface ShownText {
  readonly status: number;
  readonly page: string;
  readonly language: string;
  /** Seconds after which another try makes sense. */
  readonly retryAfter?: number;
  /** It runs a script of ours; absent: it runs none. */
  readonly hasScript?: boolean;
}

/** What is answered: a page, or the way to another. */
export type Shown = ShownText | { readonly elsewhere: string };

/**
 * The headers of a page. A browser may keep pages to go back to, with what was typed in them, also those that answered a form; it
 * asks again before it uses one for anything else.
 */
export function pageHeaders(language: string): Readonly<Record<string, string>> {
  return {
    'cache-control': 'private, no-cache',
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    vary: 'Accept-Language',
  };
}

/** Sends it. */
export async function send(reply: FastifyReply, shown: Shown): Promise<void> {
  if ('elsewhere' in shown) {
    await reply.header('cache-control', 'private, no-cache').redirect(shown.elsewhere, 303);
    return;
  }
  const { status, page, language, retryAfter, hasScript } = shown;
  if (retryAfter !== undefined) void reply.header('retry-after', String(Math.max(1, Math.ceil(retryAfter))));
  if (hasScript) void reply.header('content-security-policy', `${contentSecurityPolicy};script-src 'self'`);
  await reply.code(status).headers(pageHeaders(language)).send(page);
}
