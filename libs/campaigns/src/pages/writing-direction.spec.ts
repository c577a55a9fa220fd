import { acceptedAmong, wordingTag, writingDirectionOf } from './writing-direction.js';

describe('writingDirectionOf', () => {
  it.each([
    ['ar', 'rtl'], ['ur', 'rtl'], ['fa', 'rtl'], ['he', 'rtl'], ['ps', 'rtl'], ['ckb', 'rtl'], ['dv', 'rtl'], ['ks-Arab', 'rtl'], ['az-Arab', 'rtl'],
    ['en', 'ltr'], ['hi', 'ltr'], ['zh-Hans', 'ltr'], ['ms', 'ltr'], ['az', 'ltr'],
  ])('of %s is %s', (tag, direction) => expect(writingDirectionOf(tag)).toBe(direction)); // prettier-ignore
});

describe('wordingTag', () => {
  it.each([
    ['ur', { ar: 'ا', en: 'a' }, 'ar'],
    ['hi', { ar: 'ا', en: 'a' }, 'en'],
    ['hi', { ar: 'ا' }, 'ar'],
    ['en', { ur: 'ا' }, 'ur'],
    ['ar', { ar: 'ا', en: 'a' }, 'ar'],
  ])('of %s among %j is %s', (language, wording, tag) => expect(wordingTag(wording, language)).toBe(tag));
});

describe('acceptedAmong', () => {
  it.each([
    ['en-GB,en;q=0.9,ar;q=0.8', 'en'],
    ['fr, ar-AE;q=0.3, en;q=0', 'ar'],
    ['ur-PK', 'ur'],
    ['zh', 'zh-Hans'],
    ['fr', null],
    ['*;q=x,,;', null],
    ['', null],
  ])('%s is answered in %s', (header, tag) => expect(acceptedAmong(['ar', 'en', 'ur', 'zh-Hans'], header)).toBe(tag));
});
