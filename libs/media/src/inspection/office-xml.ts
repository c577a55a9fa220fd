import { active, doubtful } from './refused.js';

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * The XML of a part as text. Only UTF-8, as office programs write it, and without a DOCTYPE: in another encoding, or by
 * entities of its own, a name could be written so that it is not found.
 * @throws Problem `evidence.active`, `evidence.doubtful`
 */
export function xmlText(part: Buffer, name: string): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(part);
  } catch {
    throw doubtful(name);
  }
  if (text.includes('\0')) throw doubtful(name);
  const encoding = /^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']*)["']/i.exec(text.slice(0, 200))?.[1] ?? 'utf-8';
  if (encoding.toLowerCase() !== 'utf-8') throw doubtful(name);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw active('DOCTYPE');
  return text;
}

/** A text with its character references and the five entities of XML said plainly. */
export function plain(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{1,5});/gi, (whole, reference: string) => {
    if (!reference.startsWith('#')) return named[reference] ?? whole;
    const code = /^#x/i.test(reference) ? parseInt(reference.slice(2), 16) : Number(reference.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The attributes of a tag, by name without prefix, their values said plainly. `tag` is what stands after its name. */
export function attributesIn(tag: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of tag.matchAll(/(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    found.set(name.replace(/^.*:/, ''), plain(double ?? single ?? ''));
  }
  return found;
}

/** The tags of a local name: what stands after the name, up to the bracket that closes it. */
export function tagsNamed(text: string, name: string): string[] {
  const tag = new RegExp(`<(?:[\\w.-]+:)?${name}\\b((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>`, 'g');
  return [...text.matchAll(tag)].map(([, inside = '']) => inside);
}
