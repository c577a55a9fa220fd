import type { IncomingMessage, ServerResponse } from 'node:http';
import { isUUID } from 'class-validator';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { DestinationStream } from 'pino';
import { visitor } from '#access';
import { Problem } from '#contract';
import type { Settings } from '#settings';
import type { Responses } from '#surveys';
import { answerProblem } from '../../http/answer-problem.js';
import { takeBodies } from '../../http/bodies.js';
import { guardingHeaders } from '../../http/guarding-headers.js';
import { failureLog } from '../../http/logging.js';
import { openHeaders } from '../../http/open-to-scripts.js';
import { noteProblem } from '../../http/problem.filter.js';
import { problemOf } from '../../http/problem-of.js';
import { notAnId } from '../../http/sent-id.js';
import { readingOf, type Door } from '../../http/server.js';

/**
 * The door for answers of people who are not signed in: of a whole country at once, perhaps. It does what the route of the
 * controller does, whose description holds for both, without what visitors do not need: sessions, languages, the framework's
 * way through them and a line in the log for each that went well. That is half of what an answer costs.
 */
export class VisitorsDoor implements Door {
  private responses: Responses | null = null;

  private constructor(private readonly server: FastifyInstance) {}

  /** The door, still shut. */
  static async of(settings: Settings, log?: DestinationStream): Promise<VisitorsDoor> {
    const server = fastify(readingOf(settings));
    const door = new VisitorsDoor(server);
    const headers = {
      ...guardingHeaders(settings),
      ...openHeaders,
      'content-type': 'application/json; charset=utf-8',
    };
    takeBodies(server);
    refuseBy(server, settings, log);
    server.put<Sent>(`${address}:id`, (request, reply) => door.take(request, reply.headers(headers)));
    await server.ready();
    return door;
  }

  /** From here on answers are taken. */
  open(responses: Responses): void {
    this.responses = responses;
  }

  takes({ method, url = '', headers }: IncomingMessage): boolean {
    const isAnswer = method === 'PUT' && url.startsWith(address) && !url.includes('/', address.length);
    return isAnswer && headers.cookie === undefined && headers.authorization === undefined;
  }

  readonly answer = (request: IncomingMessage, response: ServerResponse): void =>
    this.server.routing(request, response);

  private async take(
    { id: number, ip, params: { id }, body }: FastifyRequest<Sent>,
    reply: FastifyReply,
  ): Promise<string> {
    if (!this.responses) throw new Problem('route.unknown');
    if (!isUUID(id)) throw notAnId();
    const { receipt, isNew } = await this.responses.submit(visitor, { id, sent: body, address: ip });
    void reply.code(isNew ? 201 : 200).header('x-request-id', number);
    return JSON.stringify(receipt);
  }
}

const address = '/api/v1/responses/';

interface Sent {
  Params: { id: string };
}

/** Answers what goes wrong as every route does. */
function refuseBy(server: FastifyInstance, settings: Settings, stream?: DestinationStream): void {
  const log = failureLog(stream);
  const refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const problem = problemOf(error, request.id);
    log(request, reply);
    noteProblem(problem, request.id);
    answerProblem(problem, request, reply.headers(openHeaders), settings);
  };
  server.setErrorHandler(refuse);
  server.setNotFoundHandler((request, reply) => refuse(new Problem('route.unknown'), request, reply));
}
