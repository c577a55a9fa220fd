import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** A regular expression as a file has it. */
export interface FoundPattern {
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
}

/** A `new RegExp` whose text is not written there. */
export interface MadePattern {
  readonly file: string;
  /** What it is made of, as it is written. */
  readonly written: string;
}

/** All regular expressions of a file, read as the compiler reads it. */
export function patternsIn(
  path: string,
  name: string,
): { readonly found: FoundPattern[]; readonly made: MadePattern[] } {
  const text = readFileSync(path, 'utf8');
  const found: FoundPattern[] = [];
  const made: MadePattern[] = [];
  if (!/[/]|RegExp/.test(text)) return { found, made };
  const file = ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const look = (node: ts.Node): void => {
    const line = () => file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ file: name, line: line(), source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    } else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') {
      const [given, flags] = node.arguments ?? [];
      const source = given ? saidBy(given) : null;
      if (source === null) made.push({ file: name, written: given?.getText() ?? '' });
      else found.push({ file: name, line: line(), source, flags: (flags && saidBy(flags)) ?? '' });
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return { found, made };
}

/** The text that an expression writes, an x in place of what is put into it; null: nobody can tell. */
function saidBy(node: ts.Expression): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `x${literal.text}`).join('');
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return null;
  const [left, right] = [saidBy(node.left), saidBy(node.right)];
  return left === null || right === null ? null : left + right;
}
