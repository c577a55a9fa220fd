/** A piece of text where the PDF puts it; `x` and `length` in points, `y` upwards from the bottom of the page. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly length: number;
  /** Of the typeface, in points. */
  readonly size: number;
  /** Whether its letters run from right to left. */
  readonly rtl: boolean;
}

const LTR_LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u;
const PRESENTATION_FORMS = /[\uFB50-\uFDFF\uFE70-\uFEFF]+/g;
const MIRRORED: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[', '«': '»', '»': '«' };

/**
 * The text of one line as one types it. A PDF has it as it looks, from left to right, Arabic in the shapes of its
 * letters: this undoes both, by the usual rule for a line that reads from right to left (`rtl`) or left to right.
 * (A vowel sign that a typeface draws together with another may be missing: the PDF then has no letter for it.)
 */
export function lineText(pieces: readonly Piece[], rtl: boolean): string {
  const mixed = pieces.some(isLtr) && pieces.some(isRtl);
  const fromRight = mixed ? rtl : pieces.some(isRtl);
  const inOrder = fromRight ? inverted(pieces, isLtr, isRtl) : inverted([...pieces].reverse(), isRtl, isLtr);
  return inOrder.map(typed).join('').replace(/ +/g, ' ');
}

const isRtl = (piece: Piece): boolean => piece.rtl && piece.text.trim() !== '';
const isLtr = (piece: Piece): boolean => !piece.rtl && LTR_LETTER_OR_DIGIT.test(piece.text);

/** All in reverse, save the runs of one kind, which stay; what is of neither kind stays with a run it lies inside. */
function inverted(pieces: readonly Piece[], stays: (p: Piece) => boolean, breaks: (p: Piece) => boolean): Piece[] {
  const result: Piece[] = [];
  let run: Piece[] = [];
  let tail: Piece[] = [];
  const flush = (): void => {
    result.unshift(...tail.reverse(), ...run);
    run = [];
    tail = [];
  };
  for (const piece of pieces) {
    if (stays(piece)) run.push(...tail.splice(0), piece);
    else if (run.length > 0 && !breaks(piece)) tail.push(piece);
    else {
      flush();
      result.unshift(piece);
    }
  }
  flush();
  return result;
}

function typed(piece: Piece): string {
  const text = piece.text.replace(PRESENTATION_FORMS, (shapes) => shapes.normalize('NFKC')).replaceAll('\0', '');
  return piece.rtl ? text.replace(/[()[\]«»]/g, (bracket) => MIRRORED[bracket] ?? bracket) : text;
}
