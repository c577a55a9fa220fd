import { directionOf, type Language } from '#contract';
import { html, Html } from './html.js';
import { pageFoot, printStyle } from './style.js';

/** One file of a typeface, as a page carries it. */
export interface FontFile {
  readonly family: string;
  readonly weight: 400 | 600;
  /** The characters it holds, as CSS writes them: U+0600-06FF. */
  readonly range: string;
  /** WOFF2, base64. */
  readonly data: string;
}

/** Nothing is fetched and nothing runs: what the page needs is in it. */
export const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

export interface PageParts {
  readonly language: Language;
  readonly title: string;
  /** What stands at the foot of every page. */
  readonly foot: { readonly start: string; readonly page: string; readonly of: string };
  readonly body: Html;
}

/** A whole self-contained page for print. The same parts and fonts give the same page, to the byte. */
export function page({ language, title, foot, body }: PageParts, fonts: readonly FontFile[]): string {
  const style = new Html(`${fontFaces(fonts)}${printStyle(language)}`);
  const footStyle = new Html(
    pageFoot(language, { start: quoted(foot.start), page: quoted(foot.page), of: quoted(foot.of) }),
  );
  // What differs from report to report stands in the title and the body, so that a printer keeps the rest, fonts above all.
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<style>${footStyle}</style>
${body}
</body>
</html>`.markup;
}

/** The typefaces of a page as CSS. */
export function fontFaces(fonts: readonly FontFile[]): string {
  return fonts
    .map(
      ({ family, weight, range, data }) =>
        `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${range}}`,
    )
    .join('');
}

/** Text as a CSS string: every sign that could end it is written by its number. */
function quoted(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,:·–-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
}
