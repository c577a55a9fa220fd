import type { z } from 'zod';
import type { Fault, FaultReason } from '#contract';
import { faultAt, wordsOf, type FaultParams } from '../fault-at.js';
import { readablePath } from './plain-json.js';

type Issue = z.core.$ZodIssue;

/** What is wrong with the shape of a document, from what its schema says of it. */
export function* shapeFaults(issues: readonly Issue[]): Generator<Fault> {
  for (const issue of issues) {
    const where = readablePath(issue.path);
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) yield faultAt(readablePath([...issue.path, key]), 'unknown');
    } else if (issue.input === undefined) {
      yield faultAt(where, 'missing');
    } else {
      const [reason, params] = reasonOf(issue);
      yield faultAt(where, reason, params, issue.input);
    }
  }
}

function reasonOf(issue: Issue): readonly [FaultReason, FaultParams?] {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int' ? ['tooManyDecimals', { max: 0 }] : [kinds[issue.expected] ?? 'notAnObject'];
    case 'too_small':
      return [smallReasons[issue.origin] ?? 'tooSmall', { min: Number(issue.minimum) }];
    case 'too_big':
      return [bigReasons[issue.origin] ?? 'tooLarge', { max: Number(issue.maximum) }];
    case 'invalid_value':
      return ['notOneOf', { options: wordsOf(issue.values.map(String)) }];
    case 'invalid_union':
      return ['notOneOf', { options: wordsOf(discriminators(issue)) }];
    case 'invalid_format':
      return ['invalid', { expected: issue.format === 'date' ? 'YYYY-MM-DD' : (issue.pattern ?? issue.format) }];
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
