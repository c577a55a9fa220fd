import { languages, type Language } from '#contract';

const key = 'language';

/** The language of the last time; Arabic the first time, unless the browser speaks only English. */
export function chosenLanguage(): Language {
  const kept = localStorage.getItem(key);
  if (isLanguage(kept)) return kept;
  return navigator.languages.some((tag) => tag.startsWith('ar')) || !navigator.language.startsWith('en') ? 'ar' : 'en';
}

/** Keeps it, and gives the home screen the name of that language. */
export function keepLanguage(language: Language): void {
  localStorage.setItem(key, language);
  showManifest(language);
}

/** Which name and icon the browser offers to install. */
export function showManifest(language: Language): void {
  document
    .querySelector('link[rel=manifest]')
    ?.setAttribute('href', `${import.meta.env.BASE_URL}notes-${language}.webmanifest`);
}

function isLanguage(text: string | null): text is Language {
  return languages.some((language) => language === text);
}
