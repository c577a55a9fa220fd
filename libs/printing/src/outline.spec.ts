import { withOutline } from './outline.js';

const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();

/** A PDF as Chromium writes it, as far as its outline goes. */
function pdfWith(...titles: string[]): Uint8Array {
  const objects = titles.map(
    (title, i) => `${i + 3} 0 obj\n<</Title <FEFF${hex(title)}>\n/Dest [2 0 R /XYZ 0 0 0]\n/Parent 1 0 R>>\nendobj\n`,
  );
  const body = `%PDF-1.4\n1 0 obj\n<</Title <FEFF${hex('ب أ')}>\n/Creator (Chromium)>>\nendobj\n${objects.join('')}`;
  const end = `trailer\n<</Size 9\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 1\n0000000000 65535 f \n${end}`, 'latin1');
}

/** The titles as a reader finds them: the last of each number counts. */
function titlesOf(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf).toString('latin1');
  const found = text.matchAll(/(\d+) 0 obj\n<<\/Title <FEFF([0-9A-F]+)>\n\/Dest/g);
  return [
    ...new Map(
      [...found].map(([, id, title = '']) => [id, Buffer.from(title, 'hex').swap16().toString('utf16le')]),
    ).values(),
  ];
}

describe('withOutline', () => {
  it('puts the words of headings back in order, also where a line’s end swallowed a space', () => {
    const wrong = pdfWith('الجهة أداء بطاقة', '2024 بعام2025 نتائج', 'كلمة');
    const headings = ['كلمة', 'نتائج 2025 بعام 2024', 'بطاقة أداء الجهة'];
    expect(titlesOf(withOutline(wrong, headings))).toEqual(['بطاقة أداء الجهة', 'نتائج 2025 بعام 2024', 'كلمة']);
  });

  it('leaves alone what is right, what it does not know and what two headings could mean', () => {
    for (const [title, headings] of [
      ['بطاقة أداء', ['بطاقة أداء']],
      ['بطاقة أداء', ['شيء آخر']],
      ['بطاقة أداء', ['أداء بطاقة', 'أد اء بطاقة']],
    ] as const) {
      const pdf = pdfWith(title);
      expect(withOutline(pdf, headings)).toBe(pdf);
    }
  });

  it('only appends, and says where what it appended is', () => {
    const pdf = pdfWith('أداء بطاقة', 'الجهة مركز');
    const changed = Buffer.from(withOutline(pdf, ['بطاقة أداء', 'مركز الجهة']));
    const text = changed.toString('latin1');
    expect(changed.subarray(0, pdf.length)).toEqual(Buffer.from(pdf));
    const entries = [...text.slice(pdf.length).matchAll(/^(\d+) 1\n(\d{10}) 00000 n $/gm)];
    expect(entries.map(([, id, at]) => text.slice(Number(at)).startsWith(`${id} 0 obj\n`))).toEqual([true, true]);
    expect(text.slice(Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]))).toMatch(/^xref\n3 1\n/);
    expect(text).toContain(`/Prev ${/startxref\n(\d+)/.exec(text)?.[1]}>>`);
  });

  it('gives back what is no PDF of Chromium', () => {
    const other = new Uint8Array([1, 2, 3]);
    expect(withOutline(other, ['x'])).toBe(other);
  });
});
