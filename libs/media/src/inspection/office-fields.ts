import { plain } from './office-xml.js';
import { active } from './refused.js';

/** Fields of a document that fetch, link or run. */
const activeField = /^\W*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|EMBED|MACROBUTTON|DATABASE|RD)(?!\w)/i;
/** A formula that asks another program: cmd|'/c calc'!A0 */
const ddeFormula = /<(?:[\w.-]+:)?f\b[^<>]*>\s*[=+@-]?\s*'?[A-Za-z][\w.]{0,200}\|/;
/** What a shape of a presentation may do when it is clicked, beside turning the page. */
const activeAction = /ppaction:\/\/(program|macro|ole)/i;

/**
 * Refuses fields, formulas and actions that reach for other programs and files. The instruction of a field may be cut
 * into pieces, so it is read whole; one that another field within it writes is refused, as nobody can know it.
 * @throws Problem `evidence.active`
 */
export function inspectFields(xml: string, kind: 'docx' | 'xlsx' | 'pptx'): void {
  if (kind === 'xlsx' && (ddeFormula.test(xml) || /<(?:[\w.-]+:)?ddeLink\b/i.test(xml))) throw active('DDE');
  if (kind === 'pptx' && activeAction.test(plain(xml))) throw active('action');
  if (/<(?:[\w.-]+:)?(?:OLEObject|control|altChunk)\b/.test(xml)) throw active('OLE');
  for (const instruction of instructionsIn(xml)) {
    const found = activeField.exec(instruction)?.[1];
    if (found) throw active(found);
  }
}

interface Field {
  text: string;
  /** Another field stands where the name of this one should. */
  written: boolean;
}

/** The instructions of simple fields, and of those between `begin` and `end` marks. */
function instructionsIn(xml: string): string[] {
  const pieces =
    /<(?:[\w.-]+:)?(?:fldSimple\b[^<>]*?\binstr\s*=\s*(?:"([^"<]*)"|'([^'<]*)')|fldChar\b[^<>]*?\bfldCharType\s*=\s*["'](\w+)["']|instrText\b[^<>]*>([^<]*)<)/g;
  const done: string[] = [];
  const open: Field[] = [];
  for (const [, double, single, mark, text] of xml.matchAll(pieces)) {
    if (double !== undefined || single !== undefined) done.push(plain(double ?? single ?? ''));
    if (text !== undefined) append(open, done, plain(text));
    if (mark === 'begin') {
      for (const outer of open.slice(-1)) outer.written ||= outer.text.trim() === '';
      open.push({ text: '', written: false });
    }
    if (mark === 'end') close(open, done);
  }
  while (open.length > 0) close(open, done);
  return done;
}

function append(open: readonly Field[], done: string[], text: string): void {
  const field = open.at(-1);
  if (field) field.text += text;
  else done.push(text);
}

function close(open: Field[], done: string[]): void {
  const field = open.pop();
  if (!field) return;
  // The name of such a field is what the fields within it say when it is opened.
  if (field.written) throw active('field');
  done.push(field.text);
}
