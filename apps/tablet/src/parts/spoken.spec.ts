import { spokenIn } from './spoken.js';

it.each([
  ['ar', 'ar', 'rtl', 'التالي'],
  ['en', 'en', 'ltr', 'Next'],
  ['en-GB', 'en', 'ltr', 'Next'],
  ['ur', 'ar', 'rtl', 'التالي'],
  ['hi', 'en', 'ltr', 'Next'],
  ['zh-Hans', 'en', 'ltr', 'Next'],
])('to a reader of %s the interface speaks %s, from the right side', (tag, language, direction, next) => {
  const spoken = spokenIn(tag);
  expect([spoken.language, spoken.direction, spoken.say('tablet.next')]).toEqual([language, direction, next]);
});

it('documents speak the language itself, and where they do not, the one that is written alike', () => {
  expect(spokenIn('ur').word({ ar: 'نعم', en: 'yes', ur: 'ہاں' })).toBe('ہاں');
  expect(spokenIn('ur').word({ ar: 'نعم', en: 'yes' })).toBe('نعم');
  expect(spokenIn('hi').word({ ar: 'نعم', en: 'yes' })).toBe('yes');
  expect(spokenIn('hi').word({})).toBe('');
});
