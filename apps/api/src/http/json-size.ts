/** No body of ours nests deeper than a handful; what reads a body walks it recursively. */
const deepest = 32;
/** A megabyte can hold half a million values, and checking each costs far more than reading it. */
const mostValues = 2_000;

/** What a JSON text holds, seen before it is read. */
export interface JsonSize {
  /** What it has too much of, as the text of what is expected; null when it may be read. */
  readonly tooMuch: 'expected.nesting' | 'expected.size' | null;
  /** How many names its objects give, one given twice counted twice; as far as it was looked at. */
  readonly names: number;
}

/** It takes time with the length of the text alone, whether it is JSON or not. */
export function sizeOf(text: string, most = mostValues): JsonSize {
  let depth = 0;
  let values = 1;
  let names = 0;
  for (let position = 0; position < text.length; position++) {
    switch (text.charCodeAt(position)) {
      case quote:
        position = endOfText(text, position);
        break;
      case 0x7b: // {
      case 0x5b: // [
        if (++depth > deepest) return { tooMuch: 'expected.nesting', names };
        break;
      case 0x7d: // }
      case 0x5d: // ]
        depth--;
        break;
      case 0x2c: // ,
        if (++values > most) return { tooMuch: 'expected.size', names };
        break;
      case 0x3a: // :
        names++;
    }
  }
  return { tooMuch: null, names };
}

const quote = 0x22;
const backslash = 0x5c;

/** Where a text that opens with a quote closes; behind the end when it does not. */
export function endOfText(text: string, opening: number): number {
  let position = opening + 1;
  for (let code = text.charCodeAt(position); code !== quote && position < text.length; code = text.charCodeAt(position))
    position += code === backslash ? 2 : 1;
  return position;
}
