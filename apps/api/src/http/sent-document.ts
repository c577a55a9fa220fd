import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/**
 * Hands a route a JSON document as it was sent: one that its room checks whole, against a closed schema of its own, and
 * whose fields a class here could only repeat.
 */
export const SentDocument = createParamDecorator(
  (_: unknown, context: ExecutionContext): unknown => context.switchToHttp().getRequest<FastifyRequest>().body,
);
