/** One node of a regular expression. */
export type Node =
  /** One character that is one of a class. */
  | { readonly kind: 'one'; readonly test: (character: string) => boolean }
  | { readonly kind: 'all'; readonly parts: readonly Node[] }
  | { readonly kind: 'any'; readonly choices: readonly Node[] }
  | { readonly kind: 'times'; readonly body: Node; readonly min: number; readonly max: number; readonly lazy: boolean }
  | { readonly kind: 'group'; readonly body: Node; readonly number: number | null }
  | { readonly kind: 'look'; readonly body: Node; readonly ahead: boolean; readonly negated: boolean }
  | { readonly kind: 'edge'; readonly sign: '^' | '$' | 'b' | 'B'; readonly ofLines: boolean }
  | { readonly kind: 'same'; readonly number: number };

/** Reads the source of a regular expression as the language has them; throws for what it does not know. */
export function readPattern(source: string, flags: string): Node {
  return new PatternReader(source, flags.replace(/[gyd]/g, '')).read();
}

class PatternReader {
  private at = 0;
  private groups = 0;
  private readonly names = new Map<string, number>();

  constructor(
    private readonly source: string,
    private readonly flags: string,
  ) {}

  read(): Node {
    const node = this.alternatives();
    if (this.at < this.source.length) throw new Error(`cannot read ${this.source} at ${this.at}`);
    return node;
  }

  private alternatives(): Node {
    const choices = [this.sequence()];
    while (this.takes('|')) choices.push(this.sequence());
    return choices.length === 1 ? choices[0]! : { kind: 'any', choices };
  }

  private sequence(): Node {
    const parts: Node[] = [];
    while (this.at < this.source.length && !/[|)]/.test(this.source[this.at]!)) parts.push(this.counted(this.single()));
    return { kind: 'all', parts };
  }

  private counted(body: Node): Node {
    const [written, from, comma, to] = /^\{(\d+)(,?)(\d*)\}/.exec(this.source.slice(this.at, this.at + 20)) ?? [];
    const sign = this.source[this.at];
    if (written !== undefined) {
      this.at += written.length;
      const most = comma ? Infinity : Number(from);
      return { kind: 'times', body, min: Number(from), max: to ? Number(to) : most, lazy: this.takes('?') };
    }
    if (sign !== '*' && sign !== '+' && sign !== '?') return body;
    this.at += 1;
    const [min, max] = [sign === '+' ? 1 : 0, sign === '?' ? 1 : Infinity];
    return { kind: 'times', body, min, max, lazy: this.takes('?') };
  }

  private single(): Node {
    const rest = this.source.slice(this.at);
    if (rest.startsWith('(')) return this.grouped();
    for (const sign of ['^', '$', 'b', 'B'] as const) {
      const ofLines = this.flags.includes('m');
      if (this.takes(/\w/.test(sign) ? `\\${sign}` : sign)) return { kind: 'edge', sign, ofLines };
    }
    const [written, number, name = ''] = /^\\(?:([1-9])|k<(\w+)>)/.exec(rest) ?? [];
    if (written !== undefined) {
      this.at += written.length;
      return { kind: 'same', number: number === undefined ? (this.names.get(name) ?? 0) : Number(number) };
    }
    return this.character(rest);
  }

  private grouped(): Node {
    this.at += 1;
    const [opening = ''] = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(this.source.slice(this.at)) ?? [];
    this.at += opening.length;
    const isLook = /[=!]$/.test(opening);
    const number = opening === '' || (opening.endsWith('>') && !isLook) ? (this.groups += 1) : null;
    if (number !== null) this.names.set(opening.slice(2, -1), number);
    const body = this.alternatives();
    if (!this.takes(')')) throw new Error(`no end of a group in ${this.source}`);
    if (!isLook) return { kind: 'group', body, number };
    return { kind: 'look', body, ahead: !opening.includes('<'), negated: opening.endsWith('!') };
  }

  /** The machine's own expressions tell what a class holds. */
  private character(rest: string): Node {
    const written = rest.startsWith('[')
      ? classIn(rest, this.flags.includes('v'))
      : (/^(?:\\u\{[\da-fA-F]+\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\[pP]\{[^}]*\}|\\c[A-Za-z]|\\[^]|[^])/u.exec(
          rest,
        )?.[0] ?? '');
    if (written === '') throw new Error(`cannot read ${this.source} at ${this.at}`);
    this.at += written.length;
    const own = new RegExp(`^(?:${written})$`, this.flags.replace('m', ''));
    const known = new Map<string, boolean>();
    const test = (character: string) => {
      const answer = known.get(character) ?? own.test(character);
      known.set(character, answer);
      return answer;
    };
    return { kind: 'one', test };
  }

  private takes(sign: string): boolean {
    if (!this.source.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }
}

function classIn(rest: string, nested: boolean): string {
  let depth = 0;
  for (let at = 0; at < rest.length; at++) {
    if (rest[at] === '\\') at += 1;
    else if (rest[at] === '[' && (nested || depth === 0)) depth += 1;
    else if (rest[at] === ']' && --depth === 0) return rest.slice(0, at + 1);
  }
  throw new Error(`no end of a class in ${rest}`);
}
