const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Text with its references resolved, or null when one is unknown, open, or names no character. */
export function decodeEntities(text: string): string | null {
  if (!text.includes('&')) return text;
  let broken = false;
  const decoded = text.replace(/&(?:(#x?)?([0-9A-Za-z]{1,8});)?/g, (_, hash: string | undefined, name: string = '') => {
    const character = hash ? characterOf(Number.parseInt(name, hash === '#x' ? 16 : 10)) : entities.get(name);
    if (character === undefined) broken = true;
    return character ?? '';
  });
  return broken ? null : decoded;
}

function characterOf(code: number): string | undefined {
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return code > 0 && code <= 0x10ffff && !surrogate ? String.fromCodePoint(code) : undefined;
}

// One attribute, from where the one before it ended. Names hold neither spaces nor quotes, so nothing is tried twice.
const attribute = /[\s/]*([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/** The attributes of an opening tag by their names without prefix. What is malformed ends the list. */
export function attributesOf(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  attribute.lastIndex = nameEnd(tag);
  for (let match = attribute.exec(tag); match; match = attribute.exec(tag)) {
    const [, name = '', double, single = ''] = match;
    attributes.set(name.slice(name.indexOf(':') + 1), decodeEntities(double ?? single) ?? '');
  }
  return attributes;
}

/** The name of a tag without its prefix: `c` of `x:c r="A1"`. */
export function localName(tag: string): string {
  const name = tag.slice(0, nameEnd(tag));
  return name.slice(name.indexOf(':') + 1);
}

function nameEnd(tag: string): number {
  const end = tag.search(/[\s/]/);
  return end === -1 ? tag.length : end;
}

/**
 * Text of a cell with its `_xHHHH_` escapes resolved (ECMA-376 part 1, 22.9.2.19): so are characters kept that XML
 * cannot hold.
 */
export function unescapeCellText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

// What XML 1.0 cannot hold or, a carriage return, gives back as a line feed; and DEL, which exceljs drops.
// eslint-disable-next-line no-control-regex
const unwritable = /[\0-\x08\x0B-\x1F\x7F\uFFFE\uFFFF]/g;
// An underscore that would begin an escape, also one that only the escape of the character after it would complete.
// eslint-disable-next-line no-control-regex
const likeAnEscape = /_(?=x[0-9A-Fa-f]{4}[_\0-\x08\x0B-\x1F\x7F\uFFFE\uFFFF])/g;

/** Text as a cell stores it, so that `unescapeCellText` gives it back. */
export function escapeCellText(text: string): string {
  return text
    .replace(likeAnEscape, '_x005F_')
    .replace(unwritable, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}
