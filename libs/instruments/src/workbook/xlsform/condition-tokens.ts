/** A part of a condition of an XLSForm. */
export type Token =
  | { readonly is: 'name'; readonly text: string }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'number'; readonly text: string }
  | { readonly is: 'self'; readonly text: string }
  /** An operator, a bracket, a comma, or a word such as `and`. */
  | { readonly is: 'sign'; readonly text: string };

const shape =
  /\$\{\s*(?<name>[^}\s]+)\s*\}|'(?<single>[^']*)'|"(?<double>[^"]*)"|(?<number>-?(?:\d+(?:\.\d+)?|\.\d+))|(?<self>\.)|(?<sign><=|>=|!=|[=<>(),]|[a-z][a-z-]*)/y;

/** The parts of a condition, or null when something in it is none of those that can be taken over. */
export function tokensIn(condition: string): readonly Token[] | null {
  const tokens: Token[] = [];
  const text = condition.trimEnd();
  for (let at = 0; at < text.length;) {
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
    shape.lastIndex = at;
    const found = shape.exec(text);
    if (!found?.groups) return null;
    tokens.push(tokenOf(found.groups));
    at = shape.lastIndex;
  }
  return tokens;
}

function tokenOf({ name, single, double, number, self, sign }: Readonly<Record<string, string | undefined>>): Token {
  if (name !== undefined) return { is: 'name', text: name };
  if (number !== undefined) return { is: 'number', text: number };
  if (self !== undefined) return { is: 'self', text: self };
  if (sign !== undefined) return { is: 'sign', text: sign };
  return { is: 'text', text: single ?? double ?? '' };
}
