import type { z } from 'zod';
import type { Fault, FaultReason } from '#contract';
import { faultAt, wordsOf } from './fault-at.js';
import type { FaultParams } from './fault-at.js';

type Issue = z.core.$ZodIssue;

/** What is wrong with the shape of a document, from what its schema says of it. The schema must have reported its input. */
export function* shapeFaults(issues: readonly Issue[], above: readonly PropertyKey[] = []): Generator<Fault> {
  for (const issue of issues) {
    const path = [...above, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) yield faultAt(readablePath([...path, key]), 'unknown');
    } else if (issue.input === undefined) {
      yield faultAt(readablePath(path), 'missing');
    } else if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      yield* shapeFaults(nearest(issue.errors), path);
    } else {
      const [reason, params] = reasonOf(issue);
      yield faultAt(readablePath(path), reason, params, issue.input);
    }
  }
}

/** Of several shapes that a value may have, what it lacks to the one it is nearest to. */
function nearest(shapes: readonly (readonly Issue[])[]): readonly Issue[] {
  const distance = (issues: readonly Issue[]) =>
    issues.length + (issues.some(({ path, code }) => path.length === 0 && code !== 'unrecognized_keys') ? 100 : 0);
  return shapes.reduce((best, issues) => (distance(issues) < distance(best) ? issues : best));
}

function reasonOf(issue: Issue): readonly [FaultReason, FaultParams?] {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int' ? ['tooManyDecimals', { max: 0 }] : [kinds[issue.expected] ?? 'notAnObject'];
    case 'too_small':
      if (issue.inclusive === false) return ['notAbove', { other: Number(issue.minimum) }];
      return [smallReasons[issue.origin] ?? 'tooSmall', { min: Number(issue.minimum) }];
    case 'too_big':
      return [bigReasons[issue.origin] ?? 'tooLarge', { max: Number(issue.maximum) }];
    case 'invalid_value':
      return ['notOneOf', { options: wordsOf(issue.values.map(String)) }];
    case 'invalid_union':
      return ['notOneOf', { options: wordsOf(discriminators(issue)) }];
    case 'invalid_format':
      return ['invalid', { expected: issue.pattern ?? issue.format }];
    case 'invalid_key':
      return ['unknown'];
    default:
      return ['invalid', { expected: issue.code }];
  }
}

const smallReasons: Readonly<Record<string, FaultReason>> = { string: 'tooShort', array: 'tooFew' };
const bigReasons: Readonly<Record<string, FaultReason>> = { string: 'tooLong', array: 'tooMany' };

const kinds: Readonly<Record<string, FaultReason>> = {
  string: 'notText',
  number: 'notANumber',
  array: 'notAList',
  boolean: 'notTrueOrFalse',
};

/** Of a union told apart by one of its fields: what that may be. The types of zod do not tell it. */
function discriminators(issue: Issue): readonly string[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
}

/** `pillars[2].elements[0].code` from its keys. */
function readablePath(keys: readonly PropertyKey[]): string {
  return keys
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key).slice(0, 64)}`))
    .join('')
    .replace(/^\./, '');
}
