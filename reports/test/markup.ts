/** A page taken apart: enough of HTML to check what these pages are made of. */
export interface Markup {
  /** Every tag in order, with its attributes' names and without their values: `<svg role aria-label>`, `</svg>`. */
  readonly tags: readonly string[];
  /** What is read: the text between the tags, entities resolved, without style sheets. */
  readonly text: string;
  /** The values of all attributes. */
  readonly values: readonly string[];
}

const empty = new Set(['meta', 'br']);
const tag = /^<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z][a-zA-Z0-9:-]*="[^"<>]*")*)\s*(\/?)>/;

/** Takes a page apart. Throws on what is not well formed: a stray sign, an attribute without quotes, tags that cross. */
export function markupOf(page: string): Markup {
  const tags: string[] = [];
  const values: string[] = [];
  const open: string[] = [];
  let text = '';
  let rest = page.replace(/^<!doctype html>/, '').replace(/<style>[^<]*<\/style>/g, '');
  while (rest !== '') {
    const before = /^[^<>]*/.exec(rest)?.[0] ?? '';
    text += resolved(before);
    rest = rest.slice(before.length);
    if (rest === '') break;
    const [whole, closing, name = '', attributes = '', self] = tag.exec(rest) ?? [];
    if (!whole) throw new Error(`not a tag: ${rest.slice(0, 80)}`);
    rest = rest.slice(whole.length);
    if (closing && open.pop() !== name) throw new Error(`closes what is not open: ${name}`);
    if (!closing && !self && !empty.has(name)) open.push(name);
    const given = [...attributes.matchAll(/([a-zA-Z0-9:-]+)="([^"]*)"/g)];
    values.push(...given.map(([, , value = '']) => resolved(value)));
    tags.push(`<${closing}${[name, ...given.map(([, attribute]) => attribute)].join(' ')}>`);
    text += ' ';
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(', ')}`);
  return { tags, text, values };
}

/** Text with the five entities that pages use; any other ampersand is a fault. */
export function resolved(text: string): string {
  return text.replace(/&([^;&]*;?)/g, (_, name: string) => {
    const sign = { 'amp;': '&', 'lt;': '<', 'gt;': '>', 'quot;': '"', '#39;': "'" }[name];
    if (sign === undefined) throw new Error(`an ampersand that is not escaped: &${name}`);
    return sign;
  });
}

/** What stands in the cells of numbers, in order, without the signs that isolate. */
export function numbersIn(page: string): string[] {
  return [...page.matchAll(/<td class="number">(.*?)<\/td>/gs)].map(([, cell = '']) =>
    resolved(cell.replace(/<span class="small">.*?<\/span>/gs, '').replace(/<[^>]*>/g, '')).replace(
      /[\u2066-\u2069\s]/g,
      '',
    ),
  );
}
