import { codeIn } from './code.js';

/** What stands in a comparison. */
export type Operand =
  | { readonly is: 'truth'; readonly cel: string }
  | { readonly is: 'literal'; readonly text: string }
  | { readonly is: 'question'; readonly kind: 'choice' | 'choices' | 'number' | 'text'; readonly cel: string };

const mirrored: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** A comparison in the expression language, or null: one that is not taken over, such as with the empty text. */
export function comparisonOf(left: Operand, operator: string, right: Operand): Operand | null {
  if (left.is === 'literal' && right.is === 'question')
    return comparisonOf(right, mirrored[operator] ?? operator, left);
  if (left.is !== 'question') return null;
  const value = right.is === 'question' ? questionBeside(left.kind, right) : valueFor(left.kind, right, operator);
  return value === null ? null : { is: 'truth', cel: `${left.cel} ${operator === '=' ? '==' : operator} ${value}` };
}

function questionBeside(kind: string, right: Operand & { readonly is: 'question' }): string | null {
  return kind === 'number' && right.kind === 'number' ? right.cel : null;
}

/** A value as it is compared with an answer; options and text have no order. */
function valueFor(kind: string, right: Operand, operator: string): string | null {
  if (right.is !== 'literal' || right.text === '') return null;
  if (kind === 'number') return /^-?(\d+(\.\d+)?|\.\d+)$/.test(right.text) ? String(Number(right.text)) : null;
  if (operator !== '=' && operator !== '!=') return null;
  if (kind === 'choice') return JSON.stringify(codeIn(right.text));
  return kind === 'text' ? JSON.stringify(right.text) : null;
}
