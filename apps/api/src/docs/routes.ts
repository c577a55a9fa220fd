import { RequestMethod, type INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { verbOf } from '#access';
import type { ProblemCode, Verb } from '#contract';
import { refusalsOf } from './refuses.js';

/** A route as its controller declares it. */
export interface Route {
  /** Its class and method; the same in the description of the API. */
  readonly name: string;
  /** Such as POST. */
  readonly method: string;
  /** Such as /api/v1/cycles/:key. */
  readonly path: string;
  /** The verb it needs; null for a route that is closed to everybody. */
  readonly verb: Verb | null;
  readonly refusals: readonly ProblemCode[];
}

/** All routes of an application. */
export function routesOf(app: INestApplicationContext): Route[] {
  const scanner = new MetadataScanner();
  const controllers = app.get(DiscoveryService, { strict: false }).getControllers();
  return controllers.flatMap(({ metatype, instance }) => {
    const methods = Object.getPrototypeOf(instance) as Record<string, object>;
    const handlers = scanner.getAllMethodNames(methods).map((name) => ({ name, handler: methods[name] as object }));
    return handlers
      .filter(({ handler }) => Reflect.hasMetadata(METHOD_METADATA, handler))
      .map(({ name, handler }) => ({
        name: routeName(metatype?.name ?? '', name),
        method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod],
        path: joined(pathOf(metatype as object), pathOf(handler)),
        verb: verbOf(handler),
        refusals: refusalsOf(handler),
      }));
  });
}

export function routeName(controller: string, method: string): string {
  return `${controller.replace(/Controller$/, '')}.${method}`;
}

function pathOf(declared: object): string {
  return String(Reflect.getMetadata(PATH_METADATA, declared) ?? '');
}

function joined(...parts: readonly string[]): string {
  return `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;
}
