import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import cookie from '@fastify/cookie';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '#settings';
import { answerProblem } from './answer-problem.js';
import { takeBodies } from './bodies.js';
import { answerClientErrors } from './client-error.js';
import { guardingHeaders } from './guarding-headers.js';
import { languageOf } from './language.js';
import { openToScripts } from './open-to-scripts.js';
import { bodyLimit, problemOf } from './problem-of.js';

/** What answers some requests itself, beside the framework. */
export interface Door {
  takes(request: IncomingMessage): boolean;
  /** @param otherwise lets the framework answer */
  answer(request: IncomingMessage, response: ServerResponse, otherwise: () => void): void;
}

/** How long a request may take to come in, and a kept connection may be silent, in ms. */
const timeouts = { requestTimeout: 60_000, keepAliveTimeout: 72_000 };

/** How requests are read. What proxies say of a client is believed only of as many as there are. */
export function readingOf(settings: Settings) {
  return {
    bodyLimit: bodyLimit.bytes,
    // A number here would be taken for nothing: Fastify 5.12 believes no proxy by its count alone.
    trustProxy: settings.proxies > 0 && ((_address: string, hop: number) => hop < settings.proxies),
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      answerProblem(problemOf(error, request.id), request, reply, settings),
  };
}

/** The HTTP server, before any route, with doors that are asked before it. */
export async function httpServer(settings: Settings, doors: readonly Door[]): Promise<FastifyAdapter> {
  const adapter = new FastifyAdapter({
    ...readingOf(settings),
    return503OnClosing: false,
    // The tablet's application lies under a slash, which no route can be written with.
    rewriteUrl: ({ url = '/' }) => url.replace(/^\/tablet\/(?=\?|$)/, '/tablet/index.html'),
    clientErrorHandler: answerClientErrors(settings),
    serverFactory: (handle: (request: IncomingMessage, response: ServerResponse) => void) => {
      const server = createServer((request, response) => {
        const otherwise = () => handle(request, response);
        const door = doors.find((one) => one.takes(request));
        if (door) door.answer(request, response, otherwise);
        else otherwise();
      });
      return Object.assign(server, timeouts);
    },
  });
  const server = adapter.getInstance<FastifyInstance>();
  await server.register(cookie);
  takeBodies(server);
  markRequests(server, settings);
  openToScripts(server);
  guardAnswers(server, guardingHeaders(settings));
  return adapter;
}

/** Gives every request its language, and its number to the answer. */
function markRequests(server: FastifyInstance, settings: Settings): void {
  server.decorateRequest('language', settings.language);
  server.addHook('onRequest', (request, reply, done) => {
    request.language = languageOf(request.originalUrl, request.headers['accept-language'], settings.language);
    void reply.header('x-request-id', request.id);
    done();
  });
}

/** Gives every answer what its route left out: the guarding headers, the language of a page. */
function guardAnswers(server: FastifyInstance, guarding: Readonly<Record<string, string>>): void {
  server.addHook('onSend', (request, reply, _payload, done) => {
    const absent = (name: string) => !reply.hasHeader(name);
    for (const [name, value] of Object.entries(guarding)) if (absent(name)) void reply.header(name, value);
    if (String(reply.getHeader('content-type')).startsWith('text/html')) {
      if (absent('content-language')) void reply.header('content-language', request.language);
      if (absent('vary')) void reply.header('vary', 'Accept-Language, Cookie');
    }
    done();
  });
}
