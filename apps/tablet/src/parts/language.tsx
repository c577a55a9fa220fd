import { createContext, useContext, useLayoutEffect, useMemo, type ReactNode } from 'react';
import { directionOf, textsIn, wordingIn, type Language, type Say, type Wording } from '#contract';

/** How the screens speak now. */
export interface Spoken {
  readonly language: Language;
  readonly direction: 'rtl' | 'ltr';
  readonly say: Say;
  /** A text of a document, in the language of the screens. */
  readonly word: (wording: Wording) => string;
  readonly change: (language: Language) => void;
}

const SpokenLanguage = createContext<Spoken | null>(null);

/** What is within speaks this language; the page is told its language and direction too. */
export function LanguageProvider({ language, onLanguage, children }: LanguageProviderProps) {
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }, [language]);
  const spoken = useMemo<Spoken>(
    () => ({
      language,
      direction: directionOf(language),
      say: textsIn(language),
      word: (wording) => wordingIn(wording, language),
      change: onLanguage,
    }),
    [language, onLanguage],
  );
  return <SpokenLanguage.Provider value={spoken}>{children}</SpokenLanguage.Provider>;
}

export interface LanguageProviderProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly children: ReactNode;
}

export function useLanguage(): Spoken {
  const spoken = useContext(SpokenLanguage);
  if (!spoken) throw new Error('There is no LanguageProvider around this');
  return spoken;
}
