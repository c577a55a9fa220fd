/** Control characters that can be stored: all but NUL. */
export const controls: readonly string[] = [
  'bell\u0007',
  '\u0001\u0002\u0003 start',
  'back\u0008space',
  'vertical\u000Btab',
  'form\u000Cfeed',
  'escape \u001B[31mred\u001B[0m',
  '\u001B]0;title\u0007',
  '\u001B[2J\u001B[H',
  'delete\u007F',
  'c1 \u0080\u0085\u009B31m',
  'next\u0085line',
  'carriage\rreturn',
  'two\r\nlines',
  'a\n\n\n\nb',
  'tab\tseparated\tvalues',
  'line\u2028separator\u2029paragraph',
  '\uFEFFmark',
  'inner\uFEFFmark',
  'object\uFFFCreplacement\uFFFD',
  'none\uFFFE\uFFFFcharacter',
  '\u{10FFFF}last',
  'X-Header: x\r\nSet-Cookie: hit=1',
  'Subject: x\nBcc: foreign@foreign.example',
  '--boundary\r\nContent-Disposition: form-data; name="x"\r\n\r\nx',
];

/** What no text can hold: it is refused by name wherever it comes in. */
export const notText: readonly string[] = [
  'nul\u0000',
  '\u0000',
  '\u0000<script>hit()</script>',
  '\uD800',
  '\uDFFF low',
  'half \uD83D',
  '\uDE00\uD83D',
];
