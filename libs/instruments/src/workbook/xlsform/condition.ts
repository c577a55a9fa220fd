import { codeIn } from './code.js';
import { comparisonOf, type Operand } from './comparison.js';
import { tokensIn, type Token } from './condition-tokens.js';

/** What a question is in conditions; `other` cannot stand in one here. */
export type AnswerKind = 'choice' | 'choices' | 'number' | 'text' | 'other';

/** What a condition may name. */
export interface Names {
  /** By code. */
  readonly kinds: ReadonlyMap<string, AnswerKind>;
  /** The code of the question that `.` stands for; null: there is none. */
  readonly self: string | null;
}

/**
 * A condition of an XLSForm (`relevant`, `constraint`) in the expression language of instruments; null when it holds
 * anything beyond `and`, `or`, `not()`, `selected()`, brackets, and comparison of a question with a value, or of numbers.
 *
 * One thing differs: `${q} != 'x'` holds in XLSForm when q was not answered; here it is unknown, which counts as no.
 */
export function conditionIn(text: string, names: Names): string | null {
  const tokens = text.length > 1_000 ? null : tokensIn(text);
  if (!tokens) return null;
  const reader = new ConditionReader(tokens, names);
  const condition = reader.either();
  return reader.isAtEnd && condition?.is === 'truth' ? condition.cel : null;
}

/** Reads by descent, `or` over `and` over comparison; whatever it cannot take over makes it give up with null. */
class ConditionReader {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly names: Names,
  ) {}

  get isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  either(): Operand | null {
    return this.joined('or', '||', () => this.joined('and', '&&', () => this.comparison()));
  }

  private joined(word: string, operator: string, next: () => Operand | null): Operand | null {
    const first = next();
    const parts = [first];
    while (this.takes(word)) parts.push(next());
    if (parts.length === 1) return first;
    const truths = parts.map((part) => (part?.is === 'truth' ? part.cel : null));
    return truths.includes(null) ? null : { is: 'truth', cel: `(${truths.join(` ${operator} `)})` };
  }

  private comparison(): Operand | null {
    const left = this.operand();
    const operator = ['=', '!=', '<=', '>=', '<', '>'].find((sign) => this.takes(sign));
    if (operator === undefined || left === null) return left;
    const right = this.operand();
    return right === null ? null : comparisonOf(left, operator, right);
  }

  private operand(): Operand | null {
    const token = this.tokens[this.at];
    this.at += 1;
    switch (token?.is) {
      case 'text':
      case 'number':
        return { is: 'literal', text: token.text };
      case 'self':
        return this.names.self === null ? null : this.question(this.names.self);
      case 'name':
        return this.question(codeIn(token.text));
      case 'sign':
        return this.signed(token.text);
      default:
        return null;
    }
  }

  private question(code: string): Operand | null {
    const kind = this.names.kinds.get(code) ?? 'other';
    return kind === 'other' ? null : { is: 'question', kind, cel: code };
  }

  private signed(sign: string): Operand | null {
    if (sign === '(') return this.closed(this.either());
    if (!this.takes('(')) return null;
    if (sign === 'selected') return this.selected();
    const inner = sign === 'not' ? this.closed(this.either()) : null;
    return inner?.is === 'truth' ? { is: 'truth', cel: `!(${inner.cel})` } : null;
  }

  private selected(): Operand | null {
    const question = this.operand();
    const option = this.takes(',') ? this.closed(this.operand()) : null;
    if (question?.is !== 'question' || option?.is !== 'literal') return null;
    if (question.kind === 'choice') return comparisonOf(question, '=', option);
    return question.kind === 'choices' ? { is: 'truth', cel: `"${codeIn(option.text)}" in ${question.cel}` } : null;
  }

  private closed(inner: Operand | null): Operand | null {
    return this.takes(')') ? inner : null;
  }

  private takes(sign: string): boolean {
    const token = this.tokens[this.at];
    if (token?.is !== 'sign' || token.text !== sign) return false;
    this.at += 1;
    return true;
  }
}
