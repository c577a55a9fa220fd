import { createContext, useContext, useLayoutEffect, useMemo, type ReactNode } from 'react';
import { directionOf, textsIn, wordingIn, type Language } from '#contract';
import { spokenIn, type Spoken } from './spoken.js';

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

/** What is within speaks to somebody else, and so does the page, as long as this is there. */
export function ReaderLanguage({ tag, children }: { readonly tag: string; readonly children: ReactNode }) {
  const spoken = useMemo(() => spokenIn(tag), [tag]);
  useLayoutEffect(() => {
    const { documentElement: page } = document;
    const { lang, dir } = page;
    page.lang = tag;
    page.dir = spoken.direction;
    return () => {
      page.lang = lang;
      page.dir = dir;
    };
  }, [tag, spoken]);
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
