import type { ASTNode } from '@marcbachmann/cel-js';
import type { Named } from './scope.js';
import { literalOf } from './syntax.js';

/** A text compared with an item that has no such option: a condition that could never hold. */
export interface UnknownCode {
  readonly code: string;
  readonly options: readonly string[];
}

/** The codes of options that this part compares an item with and that the item does not have. */
export function unknownCodesIn(node: ASTNode, items: ReadonlyMap<string, Named>): readonly UnknownCode[] {
  if (node.op !== '==' && node.op !== '!=' && node.op !== 'in') return [];
  const [left, right] = node.args;
  return [...compared(left, right, items), ...compared(right, left, items)];
}

function compared(item: ASTNode, others: ASTNode, items: ReadonlyMap<string, Named>): readonly UnknownCode[] {
  const options = item.op === 'id' ? items.get(item.args)?.codes : null;
  if (!options) return [];
  const literals = (others.op === 'list' ? others.args : [others]).map(literalOf).filter((code) => code !== null);
  return literals.filter((code) => !options.includes(code)).map((code) => ({ code, options }));
}
