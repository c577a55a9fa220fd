import type { ASTNode } from '@marcbachmann/cel-js';
import type { Named } from './scope.js';
import { literalOf } from './syntax.js';

type Items = ReadonlyMap<string, Named>;

/** With one text in quotes as their argument, so that their time is bounded by what the office wrote. */
const textFunctions: ReadonlySet<string> = new Set(['startsWith', 'endsWith', 'contains']);

/**
 * Whether a part may stand in a condition: literals, items, comparison, boolean and number operators, `in`, `size`, choice
 * by `?:` and three functions of text. Everything else is refused, above all what can take long: `matches`, loops.
 */
export function isKnown(node: ASTNode): boolean {
  switch (node.op) {
    case 'value':
      return typeof node.args === 'bigint'
        ? Number.isSafeInteger(Number(node.args))
        : ['string', 'number', 'boolean'].includes(typeof node.args);
    case 'call':
      return node.args[0] === 'size' && node.args[1].length === 1;
    case 'rcall': {
      const [name, , args] = node.args;
      if (name === 'size') return args.length === 0;
      return textFunctions.has(name) && args.length === 1 && args[0] !== undefined && literalOf(args[0]) !== null;
    }
    case 'list':
      return node.args.length > 0;
    case '.':
    case '.?':
    case '[]':
    case '[?]':
    case 'map':
    case '%':
      return false;
    default:
      return true;
  }
}

/**
 * Whether a part whose types fit together also means what it says: only numbers, dates and times are compared by order,
 * for the codes of options have none; only numbers are added; whole numbers are not divided by each other, for CEL would drop
 * the fraction.
 */
export function isMeant(node: ASTNode, items: Items): boolean {
  switch (node.op) {
    case '<':
    case '<=':
    case '>':
    case '>=':
      return node.args.every((side) => hasOrder(side, items));
    case '+':
      return node.args.every((side) => kindOf(side, items) === 'number');
    case '/':
      return !node.args.every(isInt);
    default:
      return true;
  }
}

type Kind = 'number' | 'text' | 'list' | 'truth';

/** Meaningful for expressions whose types fit together. */
function kindOf(node: ASTNode, items: Items): Kind {
  switch (node.op) {
    case 'value':
      if (typeof node.args === 'string') return 'text';
      return typeof node.args === 'boolean' ? 'truth' : 'number';
    case 'id': {
      const type = items.get(node.args)?.celType;
      if (type === 'string') return 'text';
      return type === 'double' ? 'number' : 'list';
    }
    case 'list':
      return 'list';
    case 'call':
      return 'number';
    case 'rcall':
      return node.args[0] === 'size' ? 'number' : 'truth';
    case '?:':
      return kindOf(node.args[1], items);
    case '+':
    case '-':
    case '*':
    case '/':
    case '-_':
      return 'number';
    default:
      return 'truth';
  }
}

/** Numbers have an order, and dates and times as they are written; the codes of options have none. */
function hasOrder(node: ASTNode, items: Items): boolean {
  if (kindOf(node, items) === 'number' || literalOf(node) !== null) return true;
  const type = node.op === 'id' ? items.get(node.args)?.type : undefined;
  return type === 'date' || type === 'time';
}

/** Whether a number is one of the whole numbers of the language, whose quotient would lose its fraction. */
function isInt(node: ASTNode): boolean {
  switch (node.op) {
    case 'value':
      return typeof node.args === 'bigint';
    case 'call':
    case 'rcall':
      return true;
    case '-_':
      return isInt(node.args);
    case '?:':
      return isInt(node.args[1]);
    case '+':
    case '-':
    case '*':
    case '/':
      return node.args.every(isInt);
    default:
      return false;
  }
}
