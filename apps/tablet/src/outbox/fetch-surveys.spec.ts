import type { InterviewPlacePage, InterviewWork } from '#campaigns';
import { sampleCampaign, sampleInstrument, sampleInterview, samplePlace } from '../interview/sample-interview.js';
import { afterChange, nothingKept, type Change } from '../store/kept.js';
import { afterSurveys, placesOf } from './fetch-surveys.js';

const now = '2026-11-22T08:00:00.000Z';
const work = (...codes: readonly string[]): InterviewWork => ({
  now,
  campaigns: codes.map((code) => sampleCampaign(code)),
  instruments: [sampleInstrument('happiness', 1)],
});
/** An office whose pages of places are these, by what they are asked after. */
const office = (pages: Readonly<Record<number, InterviewPlacePage>>, asked: number[] = []) => ({
  asked,
  surveyPlaces: (_: string, after: number) => {
    asked.push(after);
    return Promise.resolve(pages[after] ?? { places: [], next: null });
  },
});
const page = (next: number | null, ...numbers: readonly number[]): InterviewPlacePage => ({
  places: numbers.map(samplePlace),
  next,
});

describe('what may be asked now', () => {
  it('takes the place of what might be; a survey and its form stay while an interview is not finished', () => {
    const begun = sampleInterview('i', { campaign: 'closed', instrument: { code: 'old', version: 1 } });
    const changes: readonly Change[] = [
      { kind: 'surveys', id: '', value: { ...work('closed', 'gone'), instruments: [sampleInstrument('old', 1)] } },
      { kind: 'interview', id: 'i', value: begun },
      { kind: 'surveyPlaces', id: 'gone', value: { campaign: 'gone', places: [], fetchedAt: now } },
    ];
    const before = changes.reduce(afterChange, nothingKept);
    const after = afterSurveys(before, work('open')).reduce(afterChange, before);
    expect(after.surveys?.campaigns.map(({ code }) => code)).toEqual(['open', 'closed']);
    expect(after.surveys?.instruments.map(({ code }) => code)).toEqual(['happiness', 'old']);
    expect(after.surveys?.ended).toEqual(['closed']);
    expect(after.surveyPlaces.size).toBe(0);
  });

  it('stays once when it is open still', () => {
    const before = afterChange(nothingKept, { kind: 'interview', id: 'i', value: sampleInterview('i') });
    const again = afterSurveys(before, work('c')).reduce(afterChange, before);
    const after = afterSurveys(again, work('c')).reduce(afterChange, again);
    expect([after.surveys?.campaigns.length, after.surveys?.instruments.length]).toEqual([1, 1]);
    expect(after.surveys?.ended).toEqual([]);
  });
});

describe('the places of a survey', () => {
  it('come page by page', async () => {
    const { asked, ...server } = office({ 0: page(2, 1, 2), 2: page(3, 3), 3: page(null, 9) });
    expect((await placesOf(server, 'c')).map(({ n }) => n)).toEqual([1, 2, 3, 9]);
    expect(asked).toEqual([0, 2, 3]);
  });

  it('are not asked for again when a page does not lead on', async () => {
    const { asked, ...server } = office({ 0: page(0, 1) });
    expect(await placesOf(server, 'c')).toHaveLength(1);
    expect(asked).toEqual([0]);
  });

  it('are ten thousand at most', async () => {
    const many = page(null, ...Array.from({ length: 6_000 }, (_, n) => n + 1));
    const { asked, ...server } = office({ 0: { ...many, next: 1 }, 1: { ...many, next: 2 }, 2: many });
    expect(await placesOf(server, 'c')).toHaveLength(10_000);
    expect(asked).toEqual([0, 1]);
  });
});
