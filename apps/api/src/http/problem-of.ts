import { ForbiddenException, HttpException } from '@nestjs/common';
import { Problem, type ProblemCode, type ProblemDetails } from '#contract';

/** The largest body that is taken, in bytes, and as people read it. */
export const bodyLimit = { bytes: 1024 * 1024, text: '1 MiB' } as const;

/** The names Fastify gives to its refusals, and ours. */
const fastifyCodes: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.mediaType',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.notJson',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.notJson',
};
const statusCodes: Readonly<Record<number, ProblemCode>> = {
  404: 'route.unknown',
  413: 'request.tooLarge',
  415: 'request.mediaType',
};

/** The refusal an error stands for, whoever threw it; `internal` for what is a bug of ours. */
export function problemOf(error: unknown, id: string): Problem {
  if (error instanceof Problem) return error;
  const code = codeOf(error);
  const details: ProblemDetails = code === 'request.tooLarge' ? { params: { limit: bodyLimit.text } } : {};
  return code === null
    ? new Problem('internal', { params: { id } }, { cause: error })
    : new Problem(code, details, { cause: error });
}

/** Nest wraps the errors of Fastify and keeps them as the cause. Only its check of the origin forbids by itself. */
function codeOf(error: unknown): ProblemCode | null {
  const cause = (error instanceof HttpException ? (error.cause ?? error) : error) as {
    readonly code?: unknown;
    readonly statusCode?: unknown;
  } | null;
  const named = typeof cause?.code === 'string' ? fastifyCodes[cause.code] : undefined;
  if (named) return named;
  if (error instanceof ForbiddenException) return 'access.crossSite';
  const status = error instanceof HttpException ? error.getStatus() : cause?.statusCode;
  if (typeof status !== 'number' || status < 400 || status >= 500) return null;
  return statusCodes[status] ?? 'request.unreadable';
}
