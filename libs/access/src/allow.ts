import { SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Verb } from '#contract';

const key = Symbol('verb');

/** Names the verb a route needs. Each route has its own; a route without one is refused to everybody. */
export function Allow(verb: Verb): MethodDecorator {
  return SetMetadata(key, verb);
}

/** The verb a route handler needs, or null when none was named. */
export function verbOf(handler: object): Verb | null {
  return (Reflect.getMetadata(key, handler) as Verb | undefined) ?? null;
}

/** The verb of the route being asked for, or null when it has none. */
export function verbAsked(context: ExecutionContext): Verb | null {
  return verbOf(context.getHandler());
}
