import { SetMetadata } from '@nestjs/common';
import type { ProblemCode } from '#contract';

const key = Symbol('refusals');

/**
 * Names the refusals a route has of its own, for the description of the API. Those that follow from its verb or its
 * body, and `internal`, need not be named.
 */
export function Refuses(...codes: readonly ProblemCode[]): MethodDecorator {
  return SetMetadata(key, codes);
}

export function refusalsOf(handler: object): readonly ProblemCode[] {
  return (Reflect.getMetadata(key, handler) as readonly ProblemCode[] | undefined) ?? [];
}
