import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../language.js';
import * as arabic from './ar/index.js';
import * as english from './en/index.js';

const source = english.texts;
export type TextKey = keyof typeof source;
/** Values a message may name: text, numbers, or nothing else. */
export type TextParams = Readonly<Record<string, string | number>>;
/** Says one text of the platform in one language. */
export type Say = (key: TextKey, params?: TextParams) => string;

/** All texts of a language; both languages have the same keys (a test compares them). */
export const texts: Record<Language, Record<TextKey, string>> = { en: source, ar: arabic.texts };

// Latin digits in both languages are a decision (docs/decisions/0003), so the locale names them.
const locales: Record<Language, string> = { en: 'en-GB-u-nu-latn', ar: 'ar-u-nu-latn' };
const compiled = new Map<string, IntlMessageFormat>();

/** The speaker of one language: `say('page.title')`, ICU messages with plural forms included. */
export function textsIn(language: Language): Say {
  return (key, params) => {
    const id = `${language}:${key}`;
    let message = compiled.get(id);
    if (!message) {
      message = new IntlMessageFormat(texts[language][key], locales[language], undefined, { ignoreTag: true });
      compiled.set(id, message);
    }
    return String(message.format(params));
  };
}
