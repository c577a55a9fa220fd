import type { Node } from './pattern.js';

/** Characters of every kind that a class of ours tells apart. */
const signs = [...'aZx09_-+.,:;@/\\\'"`<>=(){}[]#%&!?*|~^$ \t\n\r\0\u0001\u200e\u2028\ud83d\ufeffاة٣٫é', 'İ'];

/** A text that may cost more than its length: so often the same word after a beginning and before an end. */
export interface Attack {
  readonly before: string;
  readonly pump: string;
  readonly after: string;
}

export const attackText = ({ before, pump, after }: Attack, times: number) => before + pump.repeat(times) + after;

/** The repetitions of an expression that may come more often than `most`. */
export function* endlessIn(
  node: Node,
  before = '',
  most = 20,
): Generator<{ readonly body: Node; readonly before: string }> {
  switch (node.kind) {
    case 'all':
      for (let at = 0, said = before; at < node.parts.length; at++) {
        yield* endlessIn(node.parts[at]!, said, most);
        said += wordsOf(node.parts[at]!)[0] ?? '';
      }
      return;
    case 'any':
      for (const choice of node.choices) yield* endlessIn(choice, before, most);
      return;
    case 'times':
      if (node.max > most) yield { body: node.body, before };
      yield* endlessIn(node.body, before, most);
      return;
    case 'group':
    case 'look':
      yield* endlessIn(node.body, before, most);
      return;
    default:
  }
}

/** Attacks on an expression, made of its own words: each endless part is fed what it takes, and then what it does not. */
export function attacksOn(pattern: Node): readonly Attack[] {
  const endless = [...endlessIn(pattern)];
  if (endless.length === 0) return [];
  const letters = kindsIn(pattern);
  const pumps = new Set([...letters, ...endless.flatMap(({ body }) => [...wordsOf(body), ...pairsOf(body)])]);
  const befores = new Set(['', ...endless.map(({ before }) => before)]);
  const afters = ['', '\u0001', '\n!'];
  return [...pumps]
    .filter(Boolean)
    .flatMap((pump) => [...befores].flatMap((before) => afters.map((after) => ({ before, pump, after }))));
}

/** One sign of each kind that the expression tells apart, as far as it takes it anywhere. */
function kindsIn(pattern: Node): readonly string[] {
  const classes = [...classesIn(pattern)];
  const kinds = new Map<string, string>();
  for (const sign of signs) {
    const kind = classes.map((test) => (test(sign) ? 1 : 0)).join('');
    if (kind.includes('1') && !kinds.has(kind)) kinds.set(kind, sign);
  }
  return [...kinds.values()];
}

function* classesIn(node: Node): Generator<(sign: string) => boolean> {
  if (node.kind === 'one') yield node.test;
  else if (node.kind === 'all') for (const part of node.parts) yield* classesIn(part);
  else if (node.kind === 'any') for (const choice of node.choices) yield* classesIn(choice);
  else if ('body' in node) yield* classesIn(node.body);
}

/** Some words that a part takes. */
function wordsOf(node: Node): readonly string[] {
  switch (node.kind) {
    case 'one':
      return signs
        .filter((sign) => node.test(sign))
        .slice(0, 3)
        .concat(lettersOf(node))
        .slice(0, 3);
    case 'all':
      return node.parts.reduce<readonly string[]>((words, part) => joined(words, wordsOf(part)), ['']);
    case 'any':
      return node.choices.flatMap((choice) => wordsOf(choice).slice(0, 2)).slice(0, 6);
    case 'times':
      return joined([''], wordsOf(node.body)).map((word) => word.repeat(Math.min(Math.max(1, node.min), 8)));
    case 'group':
      return wordsOf(node.body);
    default:
      return [''];
  }
}

/** Of a class that holds none of the signs: any character it does hold. */
function lettersOf({ test }: Node & { kind: 'one' }): readonly string[] {
  if (signs.some(test)) return [];
  for (let code = 32; code < 0x3000; code++) if (test(String.fromCharCode(code))) return [String.fromCharCode(code)];
  return [];
}

/** Two words of a part, one after the other. */
function pairsOf(node: Node): readonly string[] {
  const words = wordsOf(node).slice(0, 3);
  return words.flatMap((one) => words.map((other) => one + other));
}

function joined(befores: readonly string[], afters: readonly string[]): readonly string[] {
  if (afters.length === 0) return befores;
  return befores.flatMap((before) => afters.map((after) => before + after)).slice(0, 6);
}
