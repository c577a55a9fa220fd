import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { Problem, type Fault } from '#contract';

/** A report in an address, as it is described. */
export const reportId = {
  schema: { type: 'string', format: 'uuid' },
  description: 'Of the report, minted on the device: sent twice it is stored once.',
} as const;

const fault: Fault = { where: 'id', reason: 'invalid', params: { expected: 'expected.uuid' } };

/**
 * Hands a route the id of a report in its address. A class for it would be made, filled and looked through anew for every
 * visit, which takes a twentieth of all the time there is for one.
 */
export const ReportId = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { id } = context.switchToHttp().getRequest<FastifyRequest<{ Params: { id: string } }>>().params;
  if (!isUUID(id)) throw new Problem('request.invalid', { faults: [fault] });
  return id;
});
