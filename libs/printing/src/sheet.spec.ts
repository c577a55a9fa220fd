import { sheetOf } from './sheet.js';

const html = (title: string, head: string, body: string): string =>
  `<!doctype html><html lang="ar"><head><title>${title}</title>${head}</head>\n<body class="a">${body}</body></html>`;
const font = '<style>@font-face { src: url(data:font/woff2;base64,AAAA) }</style>';

describe('sheetOf', () => {
  it('parts what documents share from what is a document’s own', () => {
    const [one, other] = [sheetOf(html('أ &amp; ب', font, '<p>one')), sheetOf(html('x', font, '<p>other'))];
    expect(one?.shell).toBe(`<!doctype html><html lang="ar"><head>${font}</head>`);
    expect(other?.shell).toBe(one?.shell);
    expect(one?.contents).toBe('<title>أ &amp; ب</title></head>\n<body class="a"><p>one</body></html>');
  });

  it.each([
    ['another style', html('x', '<style>p {}</style>', '')],
    ['another language', html('x', font, '').replace('ar', 'en')],
  ])('keeps apart documents with %s', (_, document) => {
    expect(sheetOf(document)?.shell).not.toBe(sheetOf(html('x', font, ''))?.shell);
  });

  it.each([
    ['an image', html('x', font, '<img src="data:image/png;base64,AAAA">')],
    ['an image in its style', html('x', '<style>p { background: url(DATA:image/png,x) }</style>', '')],
    ['no head', '<p>x</p>'],
  ])('does not part a document with %s', (_, document) => expect(sheetOf(document)).toBeNull());

  it('parts a document whose policy and text only speak of data', () => {
    expect(sheetOf(html('x', '<meta content="font-src data:; img-src data:">', 'data: much'))).not.toBeNull();
  });
});
