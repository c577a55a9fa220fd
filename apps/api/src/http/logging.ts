import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DestinationStream } from 'pino';
import { pinoHttp } from 'pino-http';

/** A request as it is logged: without its query, headers and body, where secrets and personal data stand. */
interface LoggedRequest {
  readonly id: unknown;
  readonly method: string;
  readonly url?: string;
  readonly raw: { readonly ip?: string };
}

/** An error as it is logged: never the values of the statement that failed, which its other fields hold. */
interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly raw?: { readonly code?: unknown; readonly constraint?: unknown; readonly cause?: unknown };
}

const secretNames = ['password', 'token', 'cookie', 'authorization'];

const options = {
  level: 'info',
  serializers: {
    req: loggedRequest,
    res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    err: loggedError,
  },
  redact: { paths: secretNames.flatMap((name) => [name, `*.${name}`]), censor: '…' },
  customLogLevel: levelOf,
  customErrorObject: (_request: unknown, _response: unknown, _error: unknown, { err: _, ...rest }: { err?: unknown }) =>
    rest,
} as const;

/** Logs as JSON, a line a request, to a stream; standard output when none is given. */
export function loggingTo(stream?: DestinationStream): DynamicModule {
  // The library's own default, `{/*splat}`, matches no request on this version of Fastify's middleware.
  return LoggerModule.forRoot({ pinoHttp: stream ? [options, stream] : options, forRoutes: ['{*splat}'] });
}

/** Notes single requests as `loggingTo` notes all: those that went wrong at a door which logs nothing else. */
export function failureLog(stream?: DestinationStream): (request: FastifyRequest, reply: FastifyReply) => void {
  const log = stream ? pinoHttp(options, stream) : pinoHttp(options);
  return ({ raw, id, ip, originalUrl }, reply) => log(Object.assign(raw, { id, ip, originalUrl }), reply.raw);
}

/**
 * What comes all the time, or whose success the tables tell: probes, the files of pages, visits and photos taken. And the pages
 * of surveys: who opened one from where and when would tell whose answer arrived then.
 */
const quiet =
  /^(GET|HEAD) \/(health|assets)\b|^PUT \/api\/v1\/(visits|media|responses)\/[^/]+$|^(GET|HEAD|POST) \/([sa]|kiosk|api\/v1\/survey-forms)(\/|$)/;

/** What comes all the time is told only when it fails. */
function levelOf(
  { method = '', originalUrl = '' }: { readonly method?: string | undefined; readonly originalUrl?: string },
  { statusCode }: { readonly statusCode: number },
) {
  if (statusCode >= 500) return 'error';
  return statusCode < 400 && quiet.test(`${method} ${originalUrl}`) ? 'debug' : 'info';
}

function loggedRequest({ id, method, url, raw }: LoggedRequest): object {
  return { id, method, path: pathOf(url), address: raw.ip };
}

/** The token of a personal link, or of opting out, stands in its address and is nobody else's business; the id of an answer would tell whence it came. */
function pathOf(url: string | undefined): string | undefined {
  return url
    ?.split('?')[0]
    ?.slice(0, 500)
    .replace(/^(\/+(?:[ao]|api\/v1\/responses)\/+).+/, '$1…');
}

function loggedError({ type, message, stack, raw }: LoggedError): object {
  return { type, message, stack, code: raw?.code, constraint: raw?.constraint };
}
