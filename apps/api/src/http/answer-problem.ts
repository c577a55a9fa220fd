import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '#contract';
import type { Settings } from '#settings';
import { problemPage } from '../pages/problem-page.js';
import { guardingHeaders } from './guarding-headers.js';
import { languageOf } from './language.js';
import { problemBody, problemType } from './problem-body.js';

/** Answers a request with a problem: as JSON for programs, as a page for who asks for one. */
export function answerProblem(
  problem: Problem,
  request: FastifyRequest,
  reply: FastifyReply,
  settings: Settings,
): void {
  const here = request.originalUrl;
  const language = languageOf(here, request.headers['accept-language'], settings.language);
  const { retryAfter } = problem.details;
  if (retryAfter !== undefined) void reply.header('retry-after', String(Math.max(1, Math.ceil(retryAfter))));
  void reply
    .code(problem.status)
    .headers({ ...guardingHeaders(settings), 'content-language': language })
    .header('x-request-id', request.id);
  const page = request.headers.accept?.includes('text/html') ?? false;
  if (page) void reply.type('text/html; charset=utf-8').send(problemPage(problem, language, here, request.id));
  else void reply.type(problemType).send(JSON.stringify(problemBody(problem, language, request.id)));
}
