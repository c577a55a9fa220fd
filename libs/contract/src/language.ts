/** The languages every text of the platform exists in. */
export const languages = ['ar', 'en'] as const;
export type Language = (typeof languages)[number];

/** The direction a page in this language runs in: from the language, never guessed from its text. */
export function directionOf(language: Language): 'rtl' | 'ltr' {
  return language === 'ar' ? 'rtl' : 'ltr';
}
