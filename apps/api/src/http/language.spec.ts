import { chosenLanguage, languageOf } from './language.js';

describe('languageOf', () => {
  it.each([
    ['/', undefined, 'en'],
    ['/', '', 'en'],
    ['/', 'ar', 'ar'],
    ['/', 'ar-AE,ar;q=0.9,en;q=0.8', 'ar'],
    ['/', 'fr,en;q=0.3,ar;q=0.2', 'en'],
    ['/', 'en;q=0.2, ar ; q=0.3', 'ar'],
    ['/', 'AR', 'ar'],
    ['/', 'ar;q=0', 'en'],
    ['/', 'ar;q=abc', 'ar'],
    ['/', 'arc', 'en'],
    ['/', '*', 'en'],
    ['/?language=ar', 'en', 'ar'],
    ['/?language=fr', 'ar', 'ar'],
    ['/?x=language=ar', 'en', 'en'],
    ['/?language=en&language=ar', 'ar', 'en'],
  ] as const)('of %s with Accept-Language %s is %s', (url, accepted, language) =>
    expect(languageOf(url, accepted, 'en')).toBe(language),
  );

  it('falls back to what the deployment says', () => expect(languageOf('/', 'fr', 'ar')).toBe('ar'));
});

describe('chosenLanguage', () => {
  it('is null when nobody chose', () => expect(chosenLanguage('/?language=')).toBeNull());
});
