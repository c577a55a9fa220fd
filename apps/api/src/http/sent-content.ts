import { Readable } from 'node:stream';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '#contract';

/** The bytes of a file as they come in. */
export type SentBytes = AsyncIterable<Uint8Array>;

/** Hands a route the bytes of a file (see `FileBodies`). @throws Problem `request.mediaType` for another body */
export const SentContent = createParamDecorator((_: unknown, context: ExecutionContext): SentBytes => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  // A body of another kind was read already: what came in then is not what was sent.
  if (!(body instanceof Readable)) throw new Problem('request.mediaType');
  return piecesOf(body);
});

/** A refusal in between leaves the connection as it is: the rest is read past, and the answer reaches who sends. */
export async function* piecesOf(body: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* body.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Uint8Array>;
  } finally {
    body.resume();
  }
}
