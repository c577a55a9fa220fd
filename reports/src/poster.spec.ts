import { poster, type PosterParts, type PosterSide } from './poster.js';

const side = (language: 'ar' | 'en', changes: Partial<PosterSide> = {}): PosterSide => ({
  language,
  title: `title ${language}`,
  asker: `asker ${language}`,
  place: ['service', 'centre'],
  purpose: 'why',
  promises: ['one minute', 'anonymous'],
  scan: 'scan',
  type: 'or type',
  ...changes,
});
const parts = (changes: Partial<PosterParts> = {}): PosterParts => ({
  title: 'A poster',
  sides: [side('ar'), side('en')],
  code: [
    [true, false],
    [false, true],
  ],
  address: { before: 'survey.example/s/', groups: ['0a1b2c', '3d4e5f', '6g7h8j'] },
  ...changes,
});

describe('poster', () => {
  const page = poster(parts(), []);

  it('is in both languages, each in its direction', () => {
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain('<section lang="ar" dir="rtl"><p class="asker">asker ar</p>');
    expect(page).toContain('<section lang="en" dir="ltr"><p class="how">');
  });

  it('draws the dark modules of the code within the white that readers need', () => {
    expect(page).toContain('viewBox="0 0 10 10"');
    expect(page).toContain('<path d="M4 4h1v1h-1zM5 5h1v1h-1z"/>');
  });

  it('shows the address left to right, without a blank that somebody would type', () => {
    expect(page).toContain('<p class="address" dir="ltr">survey.example/s/<b>0a1b2c</b>3d4e5f<b>6g7h8j</b></p>');
  });

  it('takes what is written for text, and keeps each name to itself', () => {
    const hostile = '<script>alert(1)</script>\u202e';
    const told = poster(
      parts({ title: hostile, sides: [side('ar', { title: hostile, place: [hostile] }), side('en')] }),
      [],
    );
    expect(told).not.toContain('<script');
    expect(told).toContain('<bdi>&lt;script&gt;');
  });

  it('names an agency once that stands in the name of its centre', () => {
    const named = side('en', { place: ['Centre of Al Nakheel, Identity Authority', 'Identity Authority'] });
    expect(poster(parts({ sides: [side('ar'), named] }), [])).toContain(
      '<p class="place"><bdi>Centre of Al Nakheel, Identity Authority</bdi></p>',
    );
  });

  it('fetches and runs nothing', () => {
    expect(page).toContain('default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; font-src data:');
    expect(page.replace(/Content-Security-Policy.*/, '')).not.toMatch(/https?:|url\((?!data:)|src=/);
  });

  it.each<[string, Partial<PosterSide>, string]>([
    ['short texts are set large', {}, 'much'],
    ['longer ones smaller', { title: 'x'.repeat(41) }, 'some'],
    ['also where only one language is long', { purpose: 'x'.repeat(121) }, 'some'],
    ['and very long ones smallest', { purpose: 'x'.repeat(261) }, 'little'],
  ])('%s', (_, changes, room) => {
    expect(poster(parts({ sides: [side('ar'), side('en', changes)] }), [])).toContain(`<body class="${room}">`);
  });
});
