import { lineText, type Piece } from './reading-order.js';

/** A piece of text, or a mark where a part of the structure begins or ends, as pdf.js reads them. */
type Item =
  | {
      readonly str: string;
      readonly transform: readonly number[];
      readonly width: number;
      readonly height: number;
      readonly dir: string;
    }
  | { readonly type: string; readonly id?: string | null; readonly tag?: string };

/** A part of the structure, as pdf.js reads it. */
export interface Structure {
  readonly children?: readonly Structure[];
  readonly lang?: string;
  readonly type?: string;
  readonly id?: string;
}

/** One line of one part of the structure. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly length: number;
  readonly size: number;
}

/**
 * The lines of a page in reading order: that of the structure, and then what is in none (headers and footers).
 * The direction of a line is that of its language.
 */
export function runsOf(items: readonly Item[], structure: Structure | null, language: string | null): Run[] {
  const parts = partsOf(items);
  const order = [...marksIn(structure, language), { id: null, language }];
  return order
    .flatMap(({ id, language }) => linesOf(parts.get(id) ?? []).map((line) => runOf(line, isRtl(language))))
    .filter((run) => run.text !== '');
}

/** Runs side by side are one line; a gap between them is a space. */
export function textOf(runs: readonly Run[]): string {
  let text = '';
  let last: Run | null = null;
  for (const run of runs) {
    if (last) text += !isBeside(last, run) ? '\n' : gap(last, run) > SPACE * run.size ? ' ' : '';
    text += run.text;
    last = run;
  }
  return text;
}

function gap(one: Run, other: Run): number {
  return Math.max(other.x - (one.x + one.length), one.x - (other.x + other.length));
}

function isRtl(language: string | null): boolean {
  return /^(ar|fa|he|ur)\b/i.test(language ?? '');
}

/** Pieces by the id of the part they belong to; null: to none. */
function partsOf(items: readonly Item[]): Map<string | null, Piece[]> {
  const parts = new Map<string | null, Piece[]>();
  const open: { id: string | null; rtl: boolean }[] = [{ id: null, rtl: false }];
  for (const item of items) {
    const inside = open.at(-1) ?? { id: null, rtl: false };
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push({ id: item.id ?? inside.id, rtl: inside.rtl || item.tag === 'ReversedChars' });
    } else if (item.str !== '') {
      const [x = 0, y = 0] = item.transform.slice(4);
      const piece = {
        text: item.str,
        x,
        y,
        length: item.width,
        size: item.height,
        rtl: inside.rtl || item.dir === 'rtl',
      };
      const part = parts.get(inside.id);
      if (part) part.push(piece);
      else parts.set(inside.id, [piece]);
    }
  }
  return parts;
}

function* marksIn(
  node: Structure | null,
  outer: string | null,
): Generator<{ id: string | null; language: string | null }> {
  if (!node) return;
  const language = node.lang ?? outer;
  if (node.type === 'content' && node.id) yield { id: node.id, language };
  for (const child of node.children ?? []) yield* marksIn(child, language);
}

/** The narrowest gap that is a space, in parts of the typeface's size; kerning can look like a narrower one. */
const SPACE = 0.2;

/** Without gaps too narrow for a space. A space has no size of its own. */
function withoutKerning(pieces: readonly Piece[]): Piece[] {
  const size = Math.max(0, ...pieces.map((piece) => piece.size));
  return pieces.filter((piece) => !isSpace(piece) || piece.length > SPACE * size);
}

/** Without spaces at its ends: what stands beside it says whether there is one. */
function withoutEnds(line: readonly Piece[]): readonly Piece[] {
  const first = line.findIndex((piece) => !isSpace(piece));
  return first < 0 ? [] : line.slice(first, line.findLastIndex((piece) => !isSpace(piece)) + 1);
}

function isSpace(piece: Piece): boolean {
  return piece.text.trim() === '';
}

function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    if (line?.[0] && isBeside(line[0], piece)) line.push(piece);
    else lines.push([piece]);
  }
  return lines;
}

/** Vowel signs sit above or below their letters, and typefaces of one row not on one line to the point. */
function isBeside(one: { y: number; size: number }, other: { y: number; size: number }): boolean {
  return Math.abs(one.y - other.y) <= Math.max(one.size, other.size) / 2;
}

function runOf(pieces: readonly Piece[], rtl: boolean): Run {
  const line = withoutEnds(withoutKerning(pieces));
  const x = Math.min(...line.map((piece) => piece.x));
  const end = Math.max(...line.map((piece) => piece.x + piece.length));
  return { text: lineText(line, rtl), x, y: line[0]?.y ?? 0, size: line[0]?.size ?? 0, length: end - x };
}
