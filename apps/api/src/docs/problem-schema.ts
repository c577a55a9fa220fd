import type { OpenAPIObject } from '@nestjs/swagger';
import { faultReasons } from '#contract';

type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

const params: Schema = {
  type: 'object',
  additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
};

const fault: Schema = {
  type: 'object',
  required: ['where', 'reason', 'text'],
  properties: {
    where: { type: 'string', description: 'The path of the field, such as name or answers.3.value.' },
    line: { type: 'integer', description: 'The line of a file, counted from 1.' },
    value: { type: 'string' },
    reason: { type: 'string', enum: [...faultReasons] },
    params,
    text: { type: 'string', description: 'The reason in the language of the reader.' },
  },
};

/** A problem as ProblemBody (http/problem-body.ts) says it. */
export const problemSchema: Schema = {
  type: 'object',
  description: 'A refusal (RFC 9457).',
  required: ['type', 'title', 'status', 'code', 'instance'],
  properties: {
    type: { type: 'string', format: 'uri', example: 'urn:nujoom:problem:access.signInNeeded' },
    title: { type: 'string', description: 'What went wrong and what to do next, in the language of the reader.' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    code: { type: 'string', description: 'The name of the refusal; it never changes.' },
    params,
    faults: { type: 'array', maxItems: 100, items: fault },
    instance: { type: 'string', format: 'uri', description: 'The request, as the log names it.' },
  },
};
