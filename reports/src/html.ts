/** Text that is markup already; everything else is escaped when it is put into a page. */
export class Html {
  constructor(readonly markup: string) {}
}

type Fragment = Html | string | number | null | undefined | false | readonly Fragment[];

/** Markup with values in it: names, comments and numbers are text, whatever they contain. */
export function html(parts: TemplateStringsArray, ...values: readonly Fragment[]): Html {
  return new Html(parts.reduce((page, part, index) => page + markupOf(values[index - 1]) + part));
}

function markupOf(value: Fragment): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'object') return value.map(markupOf).join('');
  return escaped(String(value));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Control characters other than line breaks and tabs have no meaning in a page and are not allowed in one.
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '').replace(/[^\P{Cc}\n\r\t]/gu, '\ufffd');
}
