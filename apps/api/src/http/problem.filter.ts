import { Catch, Inject, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '#contract';
import { SETTINGS, type Settings } from '#settings';
import { answerProblem } from './answer-problem.js';
import { problemOf } from './problem-of.js';

/** Everything that goes wrong leaves here, under its name and never with a stack. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error, request.id);
    noteProblem(problem, request.id);
    if (!reply.sent) answerProblem(problem, request, reply, this.settings);
  }
}

const logger = new Logger('Problem');

/** What is our fault, or the database's, is told to the log with its cause; what is the client's is not worth it. */
export function noteProblem(problem: Problem, id: string): void {
  if (problem.code === 'internal') logger.error({ err: problem.cause, id }, 'internal');
  else if (problem.status >= 500) logger.warn({ err: problem.cause ?? problem, id }, problem.code);
}
