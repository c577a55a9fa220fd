import { Ajv2020 } from 'ajv/dist/2020.js';
import type { INestApplicationContext } from '@nestjs/common';
import { languages } from '#contract';
import { figuresSchema, type AgencyStarFigures, type CycleFigures } from '#figures';
import { pdfText, type PdfFacts } from '#printing';
import { Figures, Stars } from '#results';
import { Scorecards } from '#scorecards';
import { plain } from '#reports';
import { present } from '../results/results-rooms.js';
import { alWaha } from '../stars/al-waha.js';

const cycle = '2025-26';

let rooms: INestApplicationContext;
let figures: CycleFigures;
const printed = new Map<string, PdfFacts>();

beforeAll(async () => {
  ({ rooms } = await alWaha());
  ({ figures } = await rooms.get(Figures).of(cycle));
  for (const language of languages)
    for (const agency of ['ID', 'HR', 'SO', null]) {
      const { pdf } = await rooms.get(Scorecards).pdf({ cycle, agency, language });
      printed.set(`${agency} ${language}`, await pdfText(pdf));
    }
}, 180_000);
afterAll(() => rooms.close());

const starsOf = (code: string): AgencyStarFigures =>
  present(figures.agencies.find(({ agency }) => agency.code === code)?.stars);
const textOf = (agency: string | null, language: string): string =>
  present(printed.get(`${agency} ${language}`))
    .pages.map((page) => page.text.replace(/\s+/g, ' '))
    .join(' ');
const firstPage = (agency: string | null, language: string): string =>
  present(present(printed.get(`${agency} ${language}`)).pages[0]).text.replace(/\s+/g, ' ');
const numbersIn = (text: string): string[] => text.match(/[+\u2212]?\d+\.\d/g) ?? [];

describe('the figures of a cycle with a scheme', () => {
  it.each(['2024-25', '2025-26'])('are what the schema says: %s', async (key) => {
    const validate = new Ajv2020({ strict: true }).compile(figuresSchema);
    validate(JSON.parse(JSON.stringify((await rooms.get(Figures).of(key)).figures)));
    expect(validate.errors).toBeNull();
  });

  it('give every agency, centre and move the stars that the room of results gives', async () => {
    const { agencies, centres } = await rooms.get(Stars).programme(cycle);
    expect(figures.agencies.map(({ agency, stars }) => [agency.code, stars?.score, stars?.star])).toEqual(
      agencies.map(({ agency, score, star }) => [agency, score, star]),
    );
    const programme = present(figures.stars);
    expect(programme.distribution).toEqual(centres.distribution.map(({ star, units }) => ({ star, centres: units })));
    expect(programme.since).toMatchObject({ up: centres.up, down: centres.down, firstTime: 1, left: 1 });
    for (const { code, star, score } of starsOf('ID').centres) {
      expect((await rooms.get(Stars).centre(cycle, code)).judgement).toMatchObject({ star, score });
    }
  });

  it('take every change apart into parts that are together the published change', () => {
    const changes = [...figures.agencies.map(({ stars }) => stars?.change), figures.stars?.change];
    expect(changes).toHaveLength(13);
    for (const change of changes) {
      const { parts, published, now, before } = present(change);
      const sum = Object.values({ ...present(parts) }).reduce((total, part) => total + part, 0);
      expect(sum).toBeCloseTo(present(published), 9);
      expect(present(now) - present(before)).toBeCloseTo(present(published), 9);
    }
  });

  it('change a pillar by the same yardstick, and refuse one whose criteria are others', () => {
    const pillars = new Map(starsOf('ID').pillars.map((pillar) => [pillar.code, pillar]));
    expect(pillars.get('human_resources')).toMatchObject({ why: null, compared: 5 });
    expect(pillars.get('services')).toMatchObject({ change: null, why: 'seriesBreak', compared: 0 });
  });

  it('compare nothing in a first cycle', async () => {
    const { figures: firsts } = await rooms.get(Figures).of('2024-25');
    expect(firsts.stars).toMatchObject({ since: null, change: null, previousScheme: null, criteria: null });
    for (const { stars } of firsts.agencies) expect(stars).toMatchObject({ before: null, change: null, from: [] });
  });
});

describe('a printed scorecard with stars', () => {
  it.each(languages)('in %s stands on few pages, tagged, with bookmarks, in the platform’s typeface', (language) => {
    const facts = present(printed.get(`ID ${language}`));
    expect(facts).toMatchObject({ language, tagged: true });
    expect(facts.pages.length).toBeLessThanOrEqual(8); // the stars, and what customers and employees answered item by item
    expect(facts.outline.length).toBeGreaterThanOrEqual(5);
    expect(facts.embeddedFonts.every((font) => font.includes('Vazirmatn'))).toBe(true);
  });

  it.each([
    ['en', 'stars by score, held at 4 by: Weak customer experience', 'needs 60'],
    ['ar', 'نجوم حسب الدرجة، وقُصرت على 4 بسبب: ضعف تجربة المتعامل', 'والمطلوب 60'],
  ])('prints of the held centre its raw star, the gate and the final star, in %s', (language, sentence, needs) => {
    const held = present(starsOf('ID').centres.find(({ code }) => code === 'ID-1'));
    const [gate] = held.fired;
    expect([held.star, gate?.to]).toEqual([4, 4]);
    const text = firstPage('ID', language);
    expect(text).toContain(`${held.rawStar} ${sentence}`);
    expect(text).toContain(plain(present(gate?.found), 1));
    expect(text).toContain(needs);
  });

  it('prints no change of the smart service centre: a series break', () => {
    const smart = present(starsOf('HR').centres.find(({ channel }) => channel === 'smart_service_centre'));
    expect(smart.change).toEqual({ points: null, refused: 'seriesBreak' });
    expect(textOf('HR', 'en')).toContain('series break: not compared');
    expect(textOf('HR', 'ar')).toContain('كسر في السلسلة: دون مقارنة');
    expect(textOf('HR', 'en')).toContain('1 centre is not compared: series break');
  });

  it('keeps the history of the renamed agency', () => {
    const { from, before } = starsOf('HR');
    expect(from.map(({ code }) => code)).toEqual(['LB']);
    expect(firstPage('HR', 'en')).toContain('belonged to Department of Labour; their history goes on.');
    expect(firstPage('HR', 'en')).toContain(`score ${plain(present(present(before).score), 1)}`);
    expect(firstPage('HR', 'ar')).toContain('دائرة العمل');
  });

  it('says of a provisional result what is too little', () => {
    expect(firstPage('SO', 'en')).toMatch(/Provisional .*Customer happiness: \d+ of the 30 answers or visits/);
  });

  it('prints the scheme with its note', () => {
    for (const agency of ['ID', null]) {
      expect(firstPage(agency, 'en')).toContain('version 2 (illustrative, not official)');
      expect(firstPage(agency, 'en')).toContain('not official. The official weights and thresholds');
      expect(firstPage(agency, 'ar')).toContain('أوزان وحدود توضيحية غير رسمية');
    }
  });

  it.each(['ID', 'HR', 'SO', null])('carries the same numbers in both languages: %s', (agency) => {
    const english = numbersIn(textOf(agency, 'en')).sort();
    expect(numbersIn(textOf(agency, 'ar')).sort()).toEqual(english);
    expect(english.length).toBeGreaterThan(30);
  });
});
