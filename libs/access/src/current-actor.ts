import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { visitor, type Actor } from './actor.js';

/** A request that the guard has let in. Who asks is looked up when first needed, and once. */
export interface ActingRequest extends FastifyRequest {
  actor?: () => Promise<Actor>;
}

/** Hands a route the actor who asks; a visitor when nobody signed in. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Promise<Actor> => {
  const request = context.switchToHttp().getRequest<ActingRequest>();
  return request.actor?.() ?? Promise.resolve(visitor);
});
