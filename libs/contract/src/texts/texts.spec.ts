import { globSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { faultReasons, languages, problemStatus, texts, textsIn, type Language, type TextKey } from '../index.js';

const keys = Object.keys(texts.en) as TextKey[];

/** One number for each of the six plural forms of Arabic: zero, one, two, few, many, other. */
const sixForms = [0, 1, 2, 3, 11, 100];

/** Texts without a word of their own: names and arguments only. Those of the first row are the same in both languages. */
const same: readonly TextKey[] = ['doctor.databaseFault', 'method.source'];
const wordless: readonly TextKey[] = [...same, 'doctor.runtimeIs', 'doctor.browserIs', 'home.pdf'];
/** The name of the other language, in that language. */
const otherLanguage: TextKey = 'frame.language';

interface Argument {
  readonly name: string;
  /** The plural forms it chooses between; none for one that is only put in. */
  readonly forms: readonly string[];
}

/** What the nodes of a parsed message have in common with what is looked for here. */
interface MessageNode {
  readonly type: number;
  readonly value: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly MessageNode[] }>>;
}
const literal = 0;
const pound = 7;

function argumentsOf(language: Language, key: TextKey): Argument[] {
  const message = new IntlMessageFormat(texts[language][key], language, undefined, { ignoreTag: true });
  return message.getAst().flatMap((node) => argumentsIn(node as unknown as MessageNode));
}

function argumentsIn({ type, value, options }: MessageNode): Argument[] {
  if (type === literal || type === pound) return [];
  const inner = Object.values(options ?? {}).flatMap((option) => option.value.flatMap((node) => argumentsIn(node)));
  return [{ name: value, forms: Object.keys(options ?? {}) }, ...inner];
}

const namesOf = (language: Language, key: TextKey) =>
  [...new Set(argumentsOf(language, key).map(({ name }) => name))].sort();

describe('the texts', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(texts.ar).sort()).toEqual([...keys].sort());
  });

  it('ask for the same arguments in both languages', () => {
    expect(keys.map((key) => [key, namesOf('ar', key)])).toEqual(keys.map((key) => [key, namesOf('en', key)]));
  });

  it('have the plural forms of their language: two in English, six in Arabic, of which zero may be left to others', () => {
    const plurals = (language: Language) =>
      keys.flatMap((key) =>
        argumentsOf(language, key).flatMap(({ forms }) => (forms.length > 0 ? [{ key, forms }] : [])),
      );
    expect(plurals('en').length).toBeGreaterThan(0);
    for (const { key, forms } of plurals('en')) expect([key, [...forms].sort()]).toEqual([key, ['one', 'other']]);
    for (const { key, forms } of plurals('ar')) {
      const told = forms.filter((form) => form !== 'zero').sort();
      expect([key, told]).toEqual([key, ['few', 'many', 'one', 'other', 'two']]);
    }
  });

  it.each(languages)('can all be said in %s, with every number of the six plural forms', (language) => {
    const say = textsIn(language);
    for (const key of keys) {
      const plural = new Set(
        languages.flatMap((other) =>
          argumentsOf(other, key).flatMap(({ name, forms }) => (forms.length > 0 ? [name] : [])),
        ),
      );
      for (const number of sixForms) {
        const params = Object.fromEntries(
          namesOf(language, key).map((name) => [name, plural.has(name) ? number : `‹${name}›`]),
        );
        const said = say(key, params);
        expect([key, said]).toEqual([key, expect.not.stringMatching(/[{}]|undefined|plural,|^\s*$/)]);
        for (const value of Object.values(params)) {
          if (typeof value === 'string') expect([key, said]).toEqual([key, expect.stringContaining(value)]);
        }
      }
    }
  });

  it('are translated: an Arabic text is another than the English one, and holds Arabic words', () => {
    expect(keys.filter((key) => texts.ar[key] === texts.en[key]).sort()).toEqual([...same].sort());
    const hasArabic = (text: string) => /\p{Script=Arabic}{2}/u.test(text);
    const strange = keys.filter((key) => !hasArabic(texts.ar[key]) && !wordless.includes(key));
    expect(strange).toEqual([otherLanguage]);
    expect(keys.filter((key) => hasArabic(texts.en[key]) && key !== 'fault.notANumber')).toEqual([otherLanguage]);
  });

  it('stay within one paragraph, without spaces at their ends', () => {
    for (const language of languages)
      for (const key of keys)
        expect([key, texts[language][key]]).toEqual([key, expect.not.stringMatching(/^\s|\s$|\n/)]);
  });

  it('tell every refusal and every reason of a fault', () => {
    const needed = [
      ...Object.keys(problemStatus).map((code) => `problem.${code}`),
      ...faultReasons.map((reason) => `fault.${reason}`),
    ];
    expect(needed.filter((key) => !(key in texts.en))).toEqual([]);
  });

  it('tell no refusal and no reason that there is not', () => {
    const told = keys.filter((key) => key.startsWith('problem.') || key.startsWith('fault.'));
    const known = new Set([
      ...Object.keys(problemStatus).map((code) => `problem.${code}`),
      ...faultReasons.map((reason) => `fault.${reason}`),
    ]);
    expect(told.filter((key) => !known.has(key))).toEqual([]);
  });
});

describe('the keys of the texts', () => {
  const files = globSync(['{apps,libs,reports}/**/*.{ts,tsx}', 'bin/*.mjs'], {
    exclude: (path) => /node_modules|(^|\/)texts\/|problem-codes|\.spec\.ts$/.test(path),
  });
  const sources = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  /** Keys that are put together while the program runs: `verdict.${…}`. */
  const patterns = [...sources.matchAll(/`([a-zA-Z]+\.(?:[\w.-]|\$\{[^`{}]*\})*)`/g)]
    .flatMap(([, template = '']) => (template.includes('${') ? [template] : []))
    .map((template) => new RegExp(`^${template.replace(/\./g, '\\.').replace(/\$\{.*?\}/g, '[\\w-]+')}$`));
  /** A refusal's text is used where the refusal is made, by its code; a copy of a text names its key in backticks. */
  const isUsed = (key: string) =>
    [`'${key.replace(/^problem\./, '')}'`, `\`${key}\``].some((use) => sources.includes(use)) ||
    patterns.some((pattern) => pattern.test(key));

  it('are all used somewhere', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });
});
