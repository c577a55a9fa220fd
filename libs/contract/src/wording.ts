import { z } from 'zod';

/** A language tag as documents use it: `ar`, `en`, `ur`, `zh-Hans`. */
const languageTag = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

/** The same text in any number of languages, by language tag: never empty in one that is named. */
export const Wording = z
  .record(languageTag, z.string().trim().min(1).max(4_000))
  .describe('The same text by language tag; Arabic (ar) and English (en) are required for publishing.');
export type Wording = Readonly<Record<string, string>>;

/** The text in a language, or in the first there is; empty when there is none at all. */
export function wordingIn(wording: Wording, language: string): string {
  return wording[language] ?? wording['ar'] ?? wording['en'] ?? Object.values(wording)[0] ?? '';
}

/**
 * What things in documents are called by machines: it never changes across versions, is never derived from a text, and
 * can stand as a name in an expression.
 */
export const Code = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,63}$/)
  .describe('Small Latin letters, digits and underscores; begins with a letter; stable across versions.');
