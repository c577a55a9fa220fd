import { Figures } from '#results';
import { fonts, pdfText, type PdfFacts } from '#printing';
import { face } from '#reports';
import { pageOf, Scorecards, type Subject } from '#scorecards';
import { scorecardRooms, type ScorecardRooms } from './rooms.js';

let platform: ScorecardRooms;
beforeAll(async () => void (platform = await scorecardRooms()));
afterAll(() => platform.rooms.close());

const read = async (subject: Subject): Promise<PdfFacts> =>
  pdfText((await platform.rooms.get(Scorecards).pdf(subject)).pdf);
const textOf = ({ pages }: PdfFacts): string => pages.map((page) => page.text.replace(/\s+/g, ' ')).join(' ');
/** Numbers with one decimal as they follow each other, signs and all. */
const numbersIn = (text: string): string[] => text.match(/[+\u2212]?\d+\.\d/g) ?? [];

describe('a scorecard', () => {
  it.each([
    ['ar', 'بطاقة الأداء', 'الارتباط الوظيفي', 'يتعذّر الحكم'],
    ['en', 'Scorecard', 'Employee engagement', 'Cannot be told'],
  ] as const)(
    'in %s is a tagged A4 PDF with title, language and bookmarks',
    async (language, kind, headline, verdict) => {
      const facts = await read({ cycle: '2024', agency: 'ACAS', language });
      expect(facts).toMatchObject({ language, tagged: true });
      expect(facts.title).toContain(kind);
      expect(facts.outline.length).toBeGreaterThanOrEqual(5);
      expect(facts.embeddedFonts.length).toBeGreaterThan(0);
      expect(facts.embeddedFonts.every((font) => font.includes('Vazirmatn'))).toBe(true);
      for (const page of facts.pages) expect([Math.round(page.width), Math.round(page.height)]).toEqual([595, 842]);
      expect(facts.pages[0]?.text).toContain(headline);
      expect(facts.pages[0]?.text).toContain(verdict);
      expect(facts.pages[0]?.text).toContain('63.2');
      expect(facts.pages[0]?.text).toContain('+1.1');
    },
  );

  it.each(['ar', 'en'] as const)('of two studies stands alone on its first page, in %s', async (language) => {
    const { pages } = await read({ cycle: '2024', agency: 'OPG', language });
    expect(pages).toHaveLength(3);
    for (const standout of ['79.7', '86.6', '57.7', '20.7', '69.9', '76.9']) expect(pages[0]?.text).toContain(standout);
  });

  it('carries the same numbers in both languages', async () => {
    const [arabic, english] = [
      await read({ cycle: '2024', agency: 'OPG', language: 'ar' }),
      await read({ cycle: '2024', agency: 'OPG', language: 'en' }),
    ];
    expect(numbersIn(textOf(arabic)).sort()).toEqual(numbersIn(textOf(english)).sort());
    expect(numbersIn(textOf(english)).length).toBeGreaterThan(50);
  });

  it('keeps the history of an agency that was renamed', async () => {
    const text = textOf(await read({ cycle: '2024', agency: 'MHCLG', language: 'en' }));
    expect(text).toContain('Department for Levelling Up, Housing and Communities; its history goes on');
    expect(text).toContain('Change on 2023');
  });

  it('refuses the change across a series break and shows both like-for-like values', async () => {
    const text = textOf(await read({ cycle: '2026', agency: 'OPG', language: 'en' }));
    expect(text).toContain('Series break in the published figures of “Complete the deputy report” from 2026-04 on');
    expect(text).toContain('The printed difference of +4.0 points is refused as a change.');
    expect(text).toContain('like for like by “mean of the scale”: +0.42 points');
    expect(text).toContain('like for like by “share of the two best answers”: +0.34 points');
  });

  it('of a first cycle says that there is nothing to compare with', async () => {
    const text = textOf(await read({ cycle: '2023', agency: 'ACAS', language: 'en' }));
    expect(text).toContain('Not compared');
    expect(text).not.toMatch(/null|undefined|NaN/);
  });

  it('of the same figures is the same page, to the byte', async () => {
    const { figures } = await platform.rooms.get(Figures).of('2024');
    const typeface = await fonts(face);
    const subject = { cycle: '2024', agency: 'ACAS', language: 'ar' } as const;
    const again = JSON.parse(JSON.stringify(figures)) as typeof figures;
    expect(pageOf(subject, again, typeface)).toBe(pageOf(subject, figures, typeface));
  });
});

describe('a whole cycle', () => {
  it('prints 103 scorecards and the programme report in both languages; every page names its agency and no other', async () => {
    const scorecards = platform.rooms.get(Scorecards);
    const subjects = await scorecards.list({ cycle: '2024' });
    expect(subjects).toHaveLength(2 * (103 + 1));
    const foots = new Set<string>();
    await Promise.all(
      subjects
        .filter(({ language }) => language === 'en')
        .map(async (subject) => {
          const { pages } = await read(subject);
          const named = pages.map((page) => /Page \d+ of \d+(.+) · 2024 · Figures/.exec(page.text)?.[1]);
          const expected = subject.agency ?? 'Programme report';
          expect(named).toEqual(pages.map(() => expected));
          foots.add(expected);
        }),
    );
    expect(foots.size).toBe(104);
  }, 240_000);

  it('says in the programme report what changed, by its name', async () => {
    const text = textOf(await read({ cycle: '2024', agency: null, language: 'en' }));
    for (const part of [
      'Mean change (D3)',
      'Mean relative change (D1)',
      'Relative change of the mean (D2)',
      '64.1',
      'was 63.9 in 2023',
    ])
      expect(text).toContain(part);
    expect(text).toContain('68 moved to the better side, 0 stayed, 35 moved to the worse side');
    expect(text).toContain('Cannot be told: 103');
    expect(text).toContain(
      'Ministry of Housing, Communities and Local Government, formerly Department for Levelling Up',
    );
  });
});
