import { globSync } from 'node:fs';
import { join } from 'node:path';
import { getMetadataStorage } from 'class-validator';
import { z } from 'zod';
import { Campaign, SentResponse } from '#campaigns';
import { ImportMapping } from '#surveys';
import { endlessIn } from '../rules/patterns/attacks.js';
import { readPattern } from '../rules/patterns/pattern.js';

interface Schema {
  readonly type?: string;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** Whether a pattern takes no text beyond some length: it is closed at both ends and repeats nothing without an end. */
function isBoundedPattern(source: string): boolean {
  const pattern = readPattern(source, 'u');
  const isClosed = source.startsWith('^') && source.endsWith('$');
  return isClosed && [...endlessIn(pattern, '', 10_000)].length === 0;
}

/** Everything in a schema that takes a text or a list of any length. */
function unboundedIn(schema: Schema, path: string): string[] {
  const { type, items, properties = {}, propertyNames, additionalProperties, anyOf = [], allOf = [] } = schema;
  const own = [
    ...(type === 'string' && !isBoundedText(schema, allOf) ? [path] : []),
    ...(type === 'array' && schema.maxItems === undefined ? [`${path}[]`] : []),
  ];
  const inside = [
    ...anyOf.map((one, at) => [one, `${path}|${at}`] as const),
    ...Object.entries(properties).map(([name, one]) => [one, `${path}.${name}`] as const),
    ...(items ? [[items, `${path}[0]`] as const] : []),
    ...(propertyNames ? [[{ type: 'string', ...propertyNames }, `${path}.KEY`] as const] : []),
    ...(typeof additionalProperties === 'object' ? [[additionalProperties, `${path}.VALUE`] as const] : []),
  ];
  return [...own, ...inside.flatMap(([one, where]) => unboundedIn(one, where))];
}

function isBoundedText(schema: Schema, all: readonly Schema[]): boolean {
  return [schema, ...all].some(
    (one) =>
      one.maxLength !== undefined ||
      one.enum !== undefined ||
      one.const !== undefined ||
      (one.pattern !== undefined && isBoundedPattern(one.pattern)),
  );
}

describe('documents of surveys', () => {
  // How many fields a record has is bounded by the values of a whole document (`plainFaults`, `readJson`) and by its bytes.
  it.each([
    ['a campaign', Campaign],
    ['a response', SentResponse],
    ['a mapping', ImportMapping],
  ])('%s takes no text and no list of any length', (_, documents) =>
    expect(unboundedIn(z.toJSONSchema(documents, { io: 'input' }) as Schema, '')).toEqual([]),
  );

  it('with such a text are found out', () => {
    const open = z.strictObject({ a: z.string(), b: z.array(z.string().max(3)), c: z.string().regex(/^a+$/), d: z.string().regex(/^a{1,3}$/), e: z.record(z.string(), z.int()) }); // prettier-ignore
    expect(unboundedIn(z.toJSONSchema(open, { io: 'input' }) as Schema, '')).toEqual(['.a', '.b[]', '.c', '.e.KEY']);
  });
});

it('no request about surveys takes a text, a list or a number without a bound', async () => {
  const folder = join(import.meta.dirname, '../../apps/api/src/surveys');
  const classes: object[] = [];
  for (const file of globSync('**/*.dto.ts', { cwd: folder }))
    classes.push(...(Object.values((await import(join(folder, file))) as object) as object[]).filter((one) => typeof one === 'function')); // prettier-ignore
  const open: string[] = [];
  let fields = 0;
  for (const one of new Set(classes as (new () => object)[])) {
    const rules = getMetadataStorage().getTargetValidationMetadatas(one, '', false, false);
    for (const field of new Set(rules.map(({ propertyName }) => propertyName))) {
      fields += 1;
      const own = rules.filter(({ propertyName }) => propertyName === field);
      const names = own.map(({ name, type }) => name ?? type);
      const patterns = own
        .filter(({ name }) => name === 'matches')
        .map(({ constraints }) => (constraints as RegExp[])[0]);
      const isChoice = names.some((name) =>
        ['isIn', 'isEnum', 'isUuid', 'isBoolean', 'isDateString', 'isISO8601'].includes(name),
      );
      const isText = isChoice || names.includes('maxLength') || patterns.some((pattern) => pattern && isBoundedPattern(pattern.source)); // prettier-ignore
      const isNumber = names.some((name) => name === 'isInt' || name === 'isNumber');
      const type = Reflect.getMetadata('design:type', one.prototype as object, field) as unknown;
      if (type === Array && !names.includes('arrayMaxSize')) open.push(`${one.name}.${field}[]`);
      else if (!isText && !isNumber && !names.includes('nestedValidation')) open.push(`${one.name}.${field}`);
    }
  }
  expect(open).toEqual([]);
  expect(fields).toBeGreaterThan(20);
});
