import { texts, textsIn, type Fault, type Language, type Problem, type Say, type TextKey } from '#contract';

/** One fault as it leaves: its own words beside those of the reader. */
export interface FaultBody extends Fault {
  readonly text: string;
}

/** A problem as it leaves (RFC 9457, application/problem+json). */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly faults?: readonly FaultBody[];
  /** The request it was the answer to, as the log names it. */
  readonly instance: string;
}

export const problemType = 'application/problem+json; charset=utf-8';

/** A problem in the reader's language. */
export function problemBody(problem: Problem, language: Language, id: string): ProblemBody {
  const say = textsIn(language);
  const { params, faults } = problem.details;
  return {
    type: `urn:nujoom:problem:${problem.code}`,
    title: say(`problem.${problem.code}`, params),
    status: problem.status,
    code: problem.code,
    ...(params && { params }),
    ...(faults && { faults: faults.map((fault) => ({ ...fault, text: faultText(fault, say) })) }),
    instance: `urn:uuid:${id}`,
  };
}

/** What a fault expects may be a text itself, such as `expected.list`; it is then said in the reader's language too. */
function faultText({ reason, params }: Fault, say: Say): string {
  const expected = params?.['expected'];
  const spoken = typeof expected === 'string' && isText(expected) ? { ...params, expected: say(expected) } : params;
  return say(`fault.${reason}`, spoken);
}

function isText(key: string): key is TextKey {
  return key.startsWith('expected.') && Object.hasOwn(texts.en, key);
}
