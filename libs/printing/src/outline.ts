const ENTRY = /^(\d+) 0 obj\n<<\/Title <FEFF([0-9A-F]+)>(\n\/Dest [^]*?)\nendobj$/gm;
const END = /trailer\n<<\/Size (\d+)\n(\/Root [^]*?)>>\nstartxref\n(\d+)\n%%EOF\s*$/;

/**
 * Puts right the outline of an Arabic PDF. Chromium 153 collects a heading's words as it draws them, from left to
 * right: «بطاقة أداء الجهة» becomes «الجهة أداء بطاقة». An entry that has the letters of one of the `headings` in
 * another order is given that heading's text; all else stays. What is changed is appended, as PDF provides for
 * (ISO 32000-2, 7.5.6), so no byte of the original moves.
 */
export function withOutline(pdf: Uint8Array, headings: readonly string[]): Uint8Array {
  const written = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const end = END.exec(written);
  if (!end) return pdf;
  const [, size, root, previous] = end;
  const meant = byLetters(headings);

  let objects = '';
  let table = '';
  for (const [, id, title = '', rest] of written.matchAll(ENTRY)) {
    const found = decoded(title);
    const heading = meant.get(lettersOf(found));
    if (!heading || heading === found) continue;
    table += `${id} 1\n${String(written.length + objects.length).padStart(10, '0')} 00000 n \n`;
    objects += `${id} 0 obj\n<</Title <FEFF${encoded(heading)}>${rest}\nendobj\n`;
  }
  if (objects === '') return pdf;
  const trailer = `trailer\n<</Size ${size}\n${root}\n/Prev ${previous}>>\nstartxref\n${written.length + objects.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([pdf, Buffer.from(`${objects}xref\n${table}${trailer}`, 'latin1')]));
}

/** Headings by their letters; null where two have the same. */
function byLetters(headings: readonly string[]): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const heading of headings) {
    const letters = lettersOf(heading);
    found.set(letters, found.has(letters) && found.get(letters) !== heading ? null : heading);
  }
  return found;
}

/** A text's letters without their order; spaces do not count, a line's end swallows some. */
function lettersOf(text: string): string {
  return [...text.replace(/\s+/g, '')].sort().join('');
}

function decoded(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

function encoded(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
}
