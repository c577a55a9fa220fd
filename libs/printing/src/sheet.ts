/** A document in two parts: what many documents share (fonts, styles), and what is this one's own. */
export interface Sheet {
  /** Everything before `<body>`, without the title. Equal shells need to be read only once. */
  readonly shell: string;
  /** The title and the body. */
  readonly contents: string;
}

const TITLE = /<title>[^<]*<\/title>/i;
const BODY = /<\/head>\s*<body[\s>]/i;
// A policy's bare `data:` embeds nothing.
const OTHER_THAN_FONT = /data:(?!font\/|[;"'\s])/i;

/**
 * Cuts a document before its body, or null when it has to be read as a whole: it does not write out
 * `</head><body>`, or embeds something besides fonts (when an image put into a finished page is ready
 * cannot be known for every kind of image; a page's own `load` event knows).
 */
export function sheetOf(html: string): Sheet | null {
  const cut = html.search(BODY);
  if (cut < 0 || OTHER_THAN_FONT.test(html)) return null;
  const top = html.slice(0, cut);
  return { shell: top.replace(TITLE, '') + '</head>', contents: (TITLE.exec(top)?.[0] ?? '') + html.slice(cut) };
}
