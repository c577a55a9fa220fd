import { createRequire } from 'node:module';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { PARAMTYPES_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/internal';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { getMetadataStorage } from 'class-validator';

interface TypeStorage {
  findTypeMetadata(target: object, property: string): { typeFunction(): Type } | undefined;
}
// class-transformer keeps what @Type said here and has no other door to it.
const { defaultMetadataStorage } = createRequire(import.meta.url)('class-transformer/cjs/storage.js') as {
  readonly defaultMetadataStorage: TypeStorage;
};

const plain: readonly unknown[] = [String, Number, Boolean, Date];

/** What an application takes in a body or a query without knowing all of it; empty when every door is closed. */
export function openingsOf(app: INestApplicationContext): string[] {
  const scanner = new MetadataScanner();
  const controllers = app.get(DiscoveryService, { strict: false }).getControllers();
  return controllers.flatMap(({ metatype, instance }) => {
    const controller = metatype as Type;
    const methods = Object.getPrototypeOf(instance) as object;
    return scanner
      .getAllMethodNames(methods)
      .flatMap((method) =>
        takenBy(controller, methods, method).flatMap((taken) => openingsIn(taken, `${controller.name}.${method}`)),
      );
  });
}

/** The types of the bodies and queries a route takes. */
function takenBy(controller: Type, methods: object, method: string): unknown[] {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    { index: number }
  >;
  const types = (Reflect.getMetadata(PARAMTYPES_METADATA, methods, method) ?? []) as unknown[];
  const taking = [RouteParamtypes.BODY, RouteParamtypes.QUERY];
  return Object.entries(args)
    .filter(([key]) => taking.includes(Number(key.split(':')[0])))
    .map(([, { index }]) => types[index]);
}

function openingsIn(taken: unknown, where: string): string[] {
  const rules = typeof taken === 'function' ? rulesOf(taken as Type) : [];
  if (rules.length === 0) return [`${where} takes something that is no class with rules`];
  const fields = [...new Set(rules.map(({ propertyName }) => propertyName))];
  return fields.flatMap((field) => openingsAt(taken as Type, field, `${where}.${field}`));
}

function openingsAt(taken: Type, field: string, where: string): string[] {
  const own = rulesOf(taken).filter(({ propertyName }) => propertyName === field);
  const declared = Reflect.getMetadata('design:type', taken.prototype as object, field) as unknown;
  const type = defaultMetadataStorage.findTypeMetadata(taken, field)?.typeFunction();
  const nested = own.some((rule) => rule.type === 'nestedValidation');
  if (nested) return type ? openingsIn(type, where) : [`${where} has @ValidateNested without @Type`];
  if (plain.includes(declared)) return [];
  const choice = own.some((rule) => rule.name === 'isIn' || rule.name === 'isEnum');
  const eachPlain = declared === Array && own.some((rule) => rule.each);
  return choice || eachPlain ? [] : [`${where} holds more than a plain value without @ValidateNested`];
}

function rulesOf(type: Type) {
  return getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
}
