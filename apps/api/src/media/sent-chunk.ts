import { Readable } from 'node:stream';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem, type Fault } from '#contract';
import { largestChunk, largestMedia, type Chunk } from '#media';
import { piecesOf } from '../http/sent-content.js';

/** Hands a route a chunk of a file as it comes in. One that says it is too large is refused unread. */
export const SentChunk = createParamDecorator((_: unknown, context: ExecutionContext): Chunk => {
  const { headers, body } = context.switchToHttp().getRequest<FastifyRequest>();
  // A body of another kind was read already: what came in then is not what was sent.
  if (!(body instanceof Readable)) throw new Problem('evidence.kindOfBody');
  const [offset, total] = [wholeNumber(headers, 'upload-offset', 0), wholeNumber(headers, 'upload-length', 1)];
  if (Number(headers['content-length'] ?? 0) > largestChunk.bytes) {
    throw new Problem('media.tooLarge', { params: { limit: largestChunk.text } });
  }
  return { offset, total, content: piecesOf(body) };
});

/** A file that is larger than any is no mistake of the header: it is refused by its name. */
const longestNumber = String(largestMedia.bytes).length + 4;

function wholeNumber(headers: FastifyRequest['headers'], name: string, min: number): number {
  const value = headers[name];
  if (typeof value === 'string' && /^\d+$/.test(value) && value.length <= longestNumber && Number(value) >= min) {
    return Number(value);
  }
  const fault: Fault = { where: name, reason: value === undefined ? 'missing' : 'notAWholeNumber' };
  throw new Problem('request.invalid', { faults: [fault] });
}
