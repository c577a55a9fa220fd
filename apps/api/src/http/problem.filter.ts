import { Catch, Inject, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '#contract';
import { SETTINGS, type Settings } from '#settings';
import { answerProblem } from './answer-problem.js';
import { problemOf } from './problem-of.js';

/** Everything that goes wrong leaves here, under its name and never with a stack. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error, request.id);
    this.note(problem, request.id);
    if (!reply.sent) answerProblem(problem, request, reply, this.settings);
  }

  /** What is our fault, or the database's, is told to the log with its cause; what is the client's is not worth it. */
  private note(problem: Problem, id: string): void {
    if (problem.code === 'internal') this.logger.error({ err: problem.cause, id }, 'internal');
    else if (problem.status >= 500) this.logger.warn({ err: problem.cause ?? problem, id }, problem.code);
  }
}
