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
