import type { FastifyInstance } from 'fastify';

/** What scripts of other websites may do: read a form and send an answer. Both are public, and neither looks at a cookie. */
const open: Readonly<Record<string, RegExp>> = {
  GET: /^\/api\/v1\/survey-forms\/[^/]+$/,
  PUT: /^\/api\/v1\/responses\/[^/]+$/,
};

/** What tells a browser that a script may read an answer. */
export const openHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after',
} as const;

/**
 * Says so to browsers, with every answer of these two routes, also a refusal: a script has to tell its reader why. Never with
 * credentials, so that nobody acts for somebody who is signed in here.
 */
export function openToScripts(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    const { method, headers, originalUrl } = request;
    const wanted = method === 'OPTIONS' ? String(headers['access-control-request-method']) : method;
    const isOpen = Object.hasOwn(open, wanted) && open[wanted]?.test(originalUrl.split('?')[0] ?? '');
    if (!isOpen) return done();
    void reply.headers(openHeaders);
    if (method !== 'OPTIONS') return done();
    void reply.header('access-control-allow-methods', wanted).header('access-control-allow-headers', 'content-type');
    void reply.header('access-control-max-age', '86400').code(204).send();
  });
}
