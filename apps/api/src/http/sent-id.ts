import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { Problem, type Fault } from '#contract';

/** An id that who sends has minted, as it is described in an address. */
export const sentId = {
  schema: { type: 'string', format: 'uuid' },
  description: 'Minted by who sends: sent twice it is stored once.',
} as const;

const fault: Fault = { where: 'id', reason: 'invalid', params: { expected: 'expected.uuid' } };

/** The refusal of an id that is none. */
export function notAnId(): Problem {
  return new Problem('request.invalid', { faults: [fault] });
}

/**
 * Hands a route the id in its address that who sends has minted. A class for it would be made, filled and looked through anew for every
 * submission, which takes a twentieth of all the time there is for one.
 */
export const SentId = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { id } = context.switchToHttp().getRequest<FastifyRequest<{ Params: { id: string } }>>().params;
  if (!isUUID(id)) throw notAnId();
  return id;
});
