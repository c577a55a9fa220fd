/** No body of ours nests deeper than a handful; what reads a body walks it recursively. */
const deepest = 32;
/** A megabyte can hold half a million values, and checking each costs far more than reading it. */
const mostValues = 2_000;

/**
 * What a JSON text has too much of, seen before it is read, as the text of what is expected; null when it may be read.
 * It takes time with the length of the text alone, whether it is JSON or not.
 */
export function tooMuchIn(text: string, most = mostValues): 'expected.nesting' | 'expected.size' | null {
  let depth = 0;
  let values = 1;
  for (let position = 0; position < text.length; position++) {
    const character = text[position];
    if (character === '"') position = endOfText(text, position);
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    else if (character === ',') values++;
    if (depth > deepest) return 'expected.nesting';
    if (values > most) return 'expected.size';
  }
  return null;
}

/** Where a text that opens with a quote closes; behind the end when it does not. */
export function endOfText(text: string, opening: number): number {
  let position = opening + 1;
  while (position < text.length && text[position] !== '"') position += text[position] === '\\' ? 2 : 1;
  return position;
}
