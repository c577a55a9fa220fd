import type { OpenAPIObject } from '@nestjs/swagger';
import { mayDo, problemStatus, texts, type ProblemCode } from '#contract';
import { problemSchema } from './problem-schema.js';
import type { Route } from './routes.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Response = Operation['responses'][string];

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;
const ofBodies: readonly ProblemCode[] = [
  'request.invalid',
  'request.notJson',
  'request.tooLarge',
  'request.mediaType',
];
const ofSignedIn: readonly ProblemCode[] = ['access.signInNeeded', 'access.notAllowed', 'database.unavailable'];

/** Completes a description with who may use each route, and with every refusal it has. */
export function addRefusals(document: OpenAPIObject, routes: readonly Route[]): void {
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problemSchema },
  };
  const named = new Map(routes.map((route) => [route.name, route]));
  for (const path of Object.values(document.paths)) {
    for (const method of methods) {
      const operation = path[method];
      const route = named.get(operation?.operationId ?? '');
      if (operation && route) describe(operation, route, method);
    }
  }
}

function describe(operation: Operation, route: Route, method: string): void {
  const open = route.verb !== null && mayDo('visitor', route.verb);
  const device = route.verb !== null && mayDo('shopper', route.verb);
  if (!open) operation.security = [{ session: [] }, ...(device ? [{ device: [] }] : [])];
  const codes = new Set<ProblemCode>([
    ...route.refusals,
    ...(open ? [] : ofSignedIn),
    ...(device && !open ? (['device.revoked'] as const) : []),
    ...(method === 'get' ? [] : (['access.crossSite'] as const)),
    ...(operation.requestBody ? ofBodies : []),
    ...(operation.parameters?.length ? (['request.invalid', 'request.unreadable'] as const) : []),
    'internal',
  ]);
  for (const status of new Set([...codes].map((code) => problemStatus[code]).sort())) {
    operation.responses[String(status)] ??= problemResponse(
      [...codes].filter((code) => problemStatus[code] === status),
    );
  }
}

function problemResponse(codes: readonly ProblemCode[]): Response {
  return {
    description: codes.map((code) => `\`${code}\`: ${texts.en[`problem.${code}`]}`).join('\n\n'),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { properties: { code: { type: 'string', enum: [...codes] } } },
          ],
        },
      },
    },
  };
}
