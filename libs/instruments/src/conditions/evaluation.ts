import type { ASTNode } from '@marcbachmann/cel-js';
import { codePointsIn } from '../code-points.js';
import { literalOf } from './syntax.js';

/** What an item has given, as conditions see it. */
export type ConditionValue = string | number | readonly string[];

/** The values of items by their slots; undefined: not answered, not asked or not applicable. */
export type ConditionValues = readonly (ConditionValue | undefined)[];

type Value = string | number | boolean | readonly Value[];

/** Undefined: unknown. */
type Evaluation = (values: ConditionValues) => Value | undefined;

/**
 * The outcome of an expression that was found good, as CEL has it, without errors: where CEL raises one because a value is
 * missing the outcome is unknown (undefined), and `&&`, `||` and `?:` absorb it as they absorb errors there.
 * An expression is turned into functions once; the specification by example is the CEL library itself, in the tests.
 */
export function evaluationOf(node: ASTNode, slotOf: (code: string) => number): Evaluation {
  const of = (part: ASTNode) => evaluationOf(part, slotOf);
  switch (node.op) {
    case 'value': {
      const value = typeof node.args === 'bigint' ? Number(node.args) : (node.args as Value);
      return () => value;
    }
    case 'id': {
      const slot = slotOf(node.args);
      return (values) => values[slot];
    }
    case 'list':
      return listOf(node.args.map(of));
    case '&&':
      return decidedBy(false, of(node.args[0]), of(node.args[1]));
    case '||':
      return decidedBy(true, of(node.args[0]), of(node.args[1]));
    case '?:':
      return chosenBy(of(node.args[0]), of(node.args[1]), of(node.args[2]));
    case '!_':
      return from(of(node.args), (value) => !value);
    case '-_':
      return from(of(node.args), (value) => -(value as number));
    case 'call':
      return from(of(node.args[1][0] as ASTNode), sizeOf);
    case 'rcall': {
      const [name, receiver, args] = node.args;
      const text = (args[0] && literalOf(args[0])) ?? '';
      return from(of(receiver), functions[name] ? functions[name](text) : sizeOf);
    }
    default:
      return fromBoth(of((node.args as [ASTNode, ASTNode])[0]), of((node.args as [ASTNode, ASTNode])[1]), node.op);
  }
}

const functions: Readonly<Record<string, (text: string) => (value: Value) => Value>> = {
  startsWith: (text) => (value) => (value as string).startsWith(text),
  endsWith: (text) => (value) => (value as string).endsWith(text),
  contains: (text) => (value) => (value as string).includes(text),
};

/** Types were checked before: operands are of one kind. */
const operators: Readonly<Record<string, (left: Value, right: Value) => Value>> = {
  '==': isEqual,
  '!=': (left, right) => !isEqual(left, right),
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  in: (left, right) => (right as readonly Value[]).some((one) => isEqual(left, one)),
  '+': (left, right) => (left as number) + (right as number),
  '-': (left, right) => (left as number) - (right as number),
  '*': (left, right) => (left as number) * (right as number),
  '/': (left, right) => (left as number) / (right as number),
};

function isEqual(left: Value, right: Value): boolean {
  if (typeof left !== 'object' || typeof right !== 'object') return left === right;
  return left.length === right.length && left.every((one, index) => isEqual(one, right[index] as Value));
}

/** Of text in code points. */
function sizeOf(value: Value): number {
  return typeof value === 'string' ? codePointsIn(value) : (value as readonly Value[]).length;
}

function from(operand: Evaluation, compute: (value: Value) => Value): Evaluation {
  return (values) => {
    const value = operand(values);
    return value === undefined ? undefined : compute(value);
  };
}

function fromBoth(left: Evaluation, right: Evaluation, operator: string): Evaluation {
  const compute = operators[operator];
  if (!compute) throw new RangeError(`Not an operator of conditions: ${operator}`);
  return (values) => {
    const [one, other] = [left(values), right(values)];
    return one === undefined || other === undefined ? undefined : compute(one, other);
  };
}

/** `||` is decided by one true side and `&&` by one false side, whatever the other is. */
function decidedBy(deciding: boolean, left: Evaluation, right: Evaluation): Evaluation {
  return (values) => {
    const one = left(values);
    if (one === deciding) return deciding;
    const other = right(values);
    if (other === deciding) return deciding;
    return one === undefined || other === undefined ? undefined : !deciding;
  };
}

function chosenBy(condition: Evaluation, yes: Evaluation, no: Evaluation): Evaluation {
  return (values) => {
    const holds = condition(values);
    if (holds === undefined) return undefined;
    return holds ? yes(values) : no(values);
  };
}

function listOf(elements: readonly Evaluation[]): Evaluation {
  return (values) => {
    const list = elements.map((element) => element(values));
    return list.includes(undefined) ? undefined : (list as Value[]);
  };
}
