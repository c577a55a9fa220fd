/** Scripts that run from the right (Unicode Standard, chapters 9 and 19). */
const fromTheRight: ReadonlySet<string> = new Set(
  'Adlm Arab Aran Hebr Mand Mani Mend Nbat Nkoo Palm Phnx Rohg Samr Syrc Thaa'.split(' '),
);

/** The direction of a language by the script it is written in, likely or named: `ur` and `ks-Arab` run from the right. */
export function writingDirectionOf(tag: string): 'rtl' | 'ltr' {
  const script = new Intl.Locale(tag).maximize().script;
  return script !== undefined && fromTheRight.has(script) ? 'rtl' : 'ltr';
}

/** The tag of a wording that a reader of this language is given: his own, else of the same direction, else any. */
export function wordingTag(wording: Readonly<Record<string, string>>, language: string): string {
  const order = writingDirectionOf(language) === 'rtl' ? ['ar', 'en'] : ['en', 'ar'];
  return [language, ...order].find((tag) => wording[tag] !== undefined) ?? Object.keys(wording)[0] ?? language;
}

/** The language among these that a browser asks for (RFC 9110, 12.5.4), by the tag or its first part; null: none of them. */
export function acceptedAmong(tags: readonly string[], header: string): string | null {
  const wishes = header.split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';');
    const weight = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean);
    return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) };
  });
  const main = (tag: string) => tag.toLowerCase().split('-')[0];
  const meant = (wish: string) =>
    tags.find((tag) => tag.toLowerCase() === wish) ?? tags.find((tag) => main(tag) === main(wish)) ?? null;
  const heard = wishes.filter(({ tag, weight }) => weight > 0 && meant(tag) !== null);
  const best = heard.sort((one, other) => other.weight - one.weight)[0];
  return best ? meant(best.tag) : null;
}
