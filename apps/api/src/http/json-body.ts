import { Problem, type Fault } from '#contract';
import { endOfText, sizeOf } from './json-size.js';
import { isPlainText, reservedNames } from './plain-text.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a JSON body as I-JSON (RFC 7493): UTF-8, no name twice in one object, no lone surrogates; and beyond it no
 * NUL, no names that reach for a prototype, at most 32 levels and 2,000 values. Refuses with `request.notJson` what is
 * no JSON, and with `request.invalid` what is JSON but not this.
 * @param mostValues for what is more than a form: a document that its room checks whole
 */
export function readJson(body: Buffer, mostValues?: number): unknown {
  const text = readOr(() => utf8.decode(body));
  const { tooMuch, names } = sizeOf(text, mostValues);
  if (tooMuch) throw invalid({ where: '', reason: 'invalid', params: { expected: tooMuch } });
  const value = readOr(() => JSON.parse(text) as unknown);
  const fault = isSurelyClean(text, value, names) ? null : new JsonLooker(text).fault();
  if (fault) throw invalid(fault);
  return value;
}

/**
 * Whether there is nothing to look for: no escape that could write what UTF-8 can not, no word that is a reserved name, and
 * as many names read as were written, so that none was given twice. Most bodies are so, and looking closely takes as long as
 * all else about a body.
 */
function isSurelyClean(text: string, value: unknown, names: number): boolean {
  return !suspicious.test(text) && namesIn(value) === names;
}

const suspicious = new RegExp(['\\\\u', ...reservedNames].join('|'));

function namesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let names = 0;
  if (Array.isArray(value)) {
    for (const inside of value) names += namesIn(inside);
    return names;
  }
  for (const name in value) names += 1 + namesIn((value as Readonly<Record<string, unknown>>)[name]);
  return names;
}

function readOr<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Problem('request.notJson', {}, { cause: error });
  }
}

function invalid(fault: Fault): Problem {
  return new Problem('request.invalid', { faults: [fault] });
}

interface Level {
  /** The names seen in an object, with the place of each; null in a list. */
  readonly names: Map<string, number> | null;
  /** The name or number of the value that is read now. */
  at: string | number;
  /** Whether the next text of an object is a name. */
  nameNext: boolean;
}

/** Walks a text that is known to be JSON once, without recursion, and looks for the first thing that cannot be taken. */
class JsonLooker {
  private readonly levels: Level[] = [];
  private position = 0;

  constructor(private readonly text: string) {}

  fault(): Fault | null {
    for (; this.position < this.text.length; this.position++) {
      const fault = this.look(this.text[this.position]);
      if (fault) return fault;
    }
    return null;
  }

  private look(character: string | undefined): Fault | null {
    const level = this.levels.at(-1);
    if (character === '"') return this.lookAtText(level);
    if (character === '{') this.levels.push({ names: new Map(), at: '', nameNext: true });
    else if (character === '[') this.levels.push({ names: null, at: 0, nameNext: false });
    else if (character === '}' || character === ']') this.levels.pop();
    else if (character === ',' && level) {
      if (level.names) level.nameNext = true;
      else level.at = Number(level.at) + 1;
    }
    return null;
  }

  private lookAtText(level: Level | undefined): Fault | null {
    const start = this.position;
    this.position = endOfText(this.text, start);
    const written = this.text.slice(start + 1, this.position);
    const text = written.includes('\\') ? (JSON.parse(`"${written}"`) as string) : written;
    const name = level?.nameNext ?? false;
    if (level && name) {
      level.nameNext = false;
      level.at = text;
    }
    if (!isPlainText(text)) return this.faulty('notAllowedCharacters', { expected: 'expected.text' });
    return level?.names && name ? this.lookAtName(level.names, text, start) : null;
  }

  private lookAtName(names: Map<string, number>, name: string, start: number): Fault | null {
    if (reservedNames.has(name)) return this.faulty('unknown');
    const first = names.get(name);
    if (first !== undefined) return this.faulty('twice', { line: this.text.slice(0, first).split('\n').length });
    names.set(name, start);
    return null;
  }

  private faulty(reason: Fault['reason'], params?: Fault['params']): Fault {
    const path = this.levels.map(({ at }) => at).join('.');
    return { where: path.toWellFormed().replaceAll('\0', '\ufffd').slice(0, 200), reason, ...(params && { params }) };
  }
}
