import type { z } from 'zod';
import type { Fault, FaultReason } from '#contract';
import { faultAt, wordsOf, type FaultParams } from './fault-at.js';
import { readablePath } from './readable-path.js';

type Issue = z.core.$ZodIssue;

/**
 * What is wrong with the shape of a document, from what its schema says of it. The schema must have reported its input
 * (`reportInput`). Of a union told apart by one of its fields it tells what that may be; of any other, what the value lacks to
 * the member it is nearest to.
 */
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

/** Of several shapes that a value may have, the one that the fewest things keep it from; another kind of value is far away. */
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
      return ['invalid', { expected: formats[issue.format] ?? issue.pattern ?? issue.format }];
    case 'invalid_key':
      return ['unknown'];
    default:
      return ['invalid', { expected: issue.code }];
  }
}

/** Formats as people write them, by example. */
const formats: Readonly<Record<string, string>> = {
  date: 'YYYY-MM-DD',
  datetime: '2026-11-22T09:30:00+04:00',
  uuid: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
};

const smallReasons: Readonly<Record<string, FaultReason>> = { string: 'tooShort', array: 'tooFew' };
const bigReasons: Readonly<Record<string, FaultReason>> = { string: 'tooLong', array: 'tooMany' };

const kinds: Readonly<Record<string, FaultReason>> = {
  string: 'notText',
  number: 'notANumber',
  array: 'notAList',
  boolean: 'notTrueOrFalse',
};

/** What the field may be by which the members of a union are told apart. */
function discriminators(issue: z.core.$ZodIssueInvalidUnion): readonly string[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
}
