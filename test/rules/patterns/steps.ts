import type { Node } from './pattern.js';

/** A place that a match goes on from: whether it comes to an end. */
type Next = (at: number) => boolean;

class TooMany extends Error {}

/**
 * How many characters an engine that goes back looks at before it knows whether a text matches anywhere: a count, not a time, so
 * that it is the same on every machine. Never more than `most`.
 */
export function stepsOf(
  { pattern, isSticky }: { readonly pattern: Node; readonly isSticky: boolean },
  text: string,
  most: number,
): number {
  const walk = new Walk(text, most);
  try {
    for (let start = 0; start <= (isSticky ? 0 : text.length); start++)
      if (walk.goes(pattern, start, () => true)) break;
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
  }
  return walk.steps;
}

class Walk {
  steps = 0;
  private readonly taken = new Map<number, readonly [number, number]>();

  constructor(
    private readonly text: string,
    private readonly most: number,
  ) {}

  goes(node: Node, at: number, next: Next): boolean {
    if ((this.steps += 1) >= this.most) throw new TooMany();
    switch (node.kind) {
      case 'one':
        return at < this.text.length && node.test(this.text[at]!) && next(at + 1);
      case 'all':
        return this.inRow(node.parts, 0, at, next);
      case 'any':
        return node.choices.some((choice) => this.goes(choice, at, next));
      case 'times':
        return this.again(node, 0, at, next);
      case 'group':
        return this.goes(node.body, at, (to) => {
          if (node.number !== null) this.taken.set(node.number, [at, to]);
          return next(to);
        });
      case 'look':
        return this.looks(node, at) && next(at);
      case 'edge':
        return this.isEdge(node, at) && next(at);
      case 'same': {
        const [from, to] = this.taken.get(node.number) ?? [0, 0];
        return this.text.startsWith(this.text.slice(from, to), at) && next(at + to - from);
      }
    }
  }

  private inRow(parts: readonly Node[], part: number, at: number, next: Next): boolean {
    const node = parts[part];
    return node ? this.goes(node, at, (to) => this.inRow(parts, part + 1, to, next)) : next(at);
  }

  private again(node: Node & { kind: 'times' }, count: number, at: number, next: Next): boolean {
    const once = () =>
      count < node.max &&
      this.goes(node.body, at, (to) => (to > at || count < node.min) && this.again(node, count + 1, to, next));
    if (count < node.min) return once();
    return node.lazy ? next(at) || once() : once() || next(at);
  }

  private looks({ body, ahead, negated }: Node & { kind: 'look' }, at: number): boolean {
    const starts = ahead
      ? [at]
      : body.kind === 'all' && body.parts.length === 1 && body.parts[0]?.kind === 'one'
        ? [at - 1]
        : endingAt(at);
    const found = starts.some((from) => from >= 0 && this.goes(body, from, (to) => ahead || to === at));
    return found !== negated;
  }

  private isEdge({ sign, ofLines }: Node & { kind: 'edge' }, at: number): boolean {
    if (sign === '^') return at === 0 || (ofLines && this.text[at - 1] === '\n');
    if (sign === '$') return at === this.text.length || (ofLines && this.text[at] === '\n');
    const isWord = (one: string | undefined) => one !== undefined && /\w/.test(one);
    return (isWord(this.text[at - 1]) !== isWord(this.text[at])) === (sign === 'b');
  }
}

/** Where something may have begun that ends here. */
function endingAt(at: number): readonly number[] {
  return Array.from({ length: at + 1 }, (_, back) => at - back);
}
