import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem, type ProblemCode } from '#contract';
import { mostAnswers, mostFields, readForm } from './form-body.js';
import { readJson } from './json-body.js';
import { isPlainText, reservedNames } from './plain-text.js';

/** Takes JSON everywhere and forms outside of /api, in UTF-8, and nothing else. */
export function takeBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      const isDocument = documents.test(request.routeOptions.url ?? '');
      done(null, readJson(body as Buffer, isDocument ? 100_000 : undefined));
    } catch (error) {
      done(error as Error);
    }
  });
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (request, body, done) => {
    try {
      const isSurvey = surveys.test(request.routeOptions.url ?? '');
      done(null, readForm(body as string, isSurvey ? mostAnswers : mostFields));
    } catch (error) {
      done(error as Error);
    }
  });
  server.addHook('preParsing', (request, _reply, _payload, done) =>
    done(unless(acceptsKind(request), 'request.mediaType')),
  );
  server.addHook('preValidation', (request, _reply, done) => done(unless(isReadable(request), 'request.unreadable')));
}

/** Where whole documents come in (see `SentDocument`): forms, schemes, what-ifs of many gradings, filled visits. */
const documents =
  /\/visit-plan$|\/methods\/:kind$|\/what-if$|\/visits\/:id$|\/visits\/:id\/edits\/:report$|\/campaigns\/:code$/;

/** Where the forms of survey pages come in, which carry every answer until the end. */
const surveys = /^\/s\/:code$|^\/a$/;

function unless(taken: boolean, code: ProblemCode): Problem | undefined {
  return taken ? undefined : new Problem(code);
}

/** Forms come from our own pages, never to the API; and text is UTF-8 or what every JSON is: unsaid. */
function acceptsKind(request: FastifyRequest): boolean {
  const [kind = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charsets = parameters
    .map((parameter) => parameter.split('='))
    .filter(([name]) => name?.trim() === 'charset')
    .map(([, value = '']) => value.trim().replaceAll('"', ''));
  const form = kind.trim() === 'application/x-www-form-urlencoded';
  return charsets.every((charset) => charset === 'utf-8') && !(form && request.originalUrl.startsWith('/api/'));
}

/** The path and the query are text too, and reach the same tables. No address of ours has more than a few fields. */
function isReadable(request: FastifyRequest): boolean {
  const fields = [request.params, request.query].flatMap((all) =>
    Object.entries((all ?? {}) as Record<string, unknown>),
  );
  return fields.length <= mostFields && fields.every(([name, value]) => !reservedNames.has(name) && isPlain(value));
}

function isPlain(value: unknown): boolean {
  return [value].flat().every((one) => isPlainText(String(one)));
}
