import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { Ajv } from 'ajv';
import { DatabaseModule } from '#database';
import { figuresSchema, type StudyFigures } from '#figures';
import { Figures, ResultsModule, Stars } from '#results';
import { meanInterval, sampleOf } from '#statistics';
import { Fold } from '#surveys';
import { campaignDocument, SurveyRooms } from './survey-rooms.js';
import { Session } from './tallied-answers.js';

let rooms: SurveyRooms;
let results: INestApplicationContext;
let session: Session;
beforeEach(async () => {
  rooms = await SurveyRooms.open();
  session = await Session.at(rooms.url);
  results = await NestFactory.createApplicationContext(
    { module: class Results {}, imports: [DatabaseModule.at(rooms.url), ResultsModule] },
    { logger: ['error'] },
  );
});
afterEach(async () => {
  await session.close();
  await results.close();
  await rooms.close();
});

/** Answers of customers about a place: how happy they are, one after the other, from 0 to 4. */
async function answered(
  place: number,
  happiness: readonly number[],
  more: { standing?: number; outcome?: string } = {},
) {
  const faces = ['very_unhappy', 'unhappy', 'neither', 'happy', 'very_happy'];
  for (const face of happiness) {
    const answers = { overall: { value: faces[face] }, ...(more.outcome && { outcome: { value: more.outcome } }) };
    await session.answer(place, 1, { answers, standing: more.standing ?? 0 });
  }
  await rooms.get(Fold).drain();
}

async function studyOf(agency: string): Promise<StudyFigures | undefined> {
  const { figures } = await results.get(Figures).of('2026');
  return figures.agencies.find((one) => one.agency.code === agency)?.studies[0];
}

describe('the figures of a cycle', () => {
  it('have what customers answered: mean, number and interval, by service and channel, and what is held beside', async () => {
    await rooms.campaign(campaignDocument({ minimum: 2 }));
    const [gate, renew] = [await rooms.place(), await rooms.place({ centre: 'gate', service: 'renew' })];
    await answered(gate, [4, 4, 3, 1]);
    await answered(renew, [0, 2, 3]);
    await answered(gate, [0], { standing: 1 });
    await answered(gate, [0, 0], { standing: 2 });
    const study = await studyOf('WORKS');
    const sample = sampleOf([100, 100, 75, 25, 0, 50, 75]);
    const interval = sample && meanInterval(sample);
    expect(study?.headline).toMatchObject({ measure: 'customer_happiness', part: null });
    expect(study?.headline?.now).toMatchObject({ value: expect.closeTo(sample?.mean ?? 0, 9), n: 7, definition: 'meanOfAnswers', whyNoInterval: null }); // prettier-ignore
    expect(study?.headline?.now.interval?.low).toBeCloseTo(interval?.low ?? NaN, 6);
    expect(study?.headline?.now.sources).toMatchObject([{ kind: 'survey', file: 'happiness' }]);
    expect(study?.measures.map(({ measure }) => measure)).toEqual(['customer_happiness', 'customer_happiness.need', 'customer_happiness.ease']); // prettier-ignore
    expect(study?.parts.map(({ part, now }) => [part?.service.code, part?.channel, now.n])).toEqual([['', 'centre', 4], ['renew', 'centre', 3]]); // prettier-ignore
    expect(study?.survey).toEqual({ counted: 7, held: 1, excluded: 2, least: null, weighting: null, unweighted: null });
    const { figures } = await results.get(Figures).of('2026');
    expect(new Ajv({ strict: false }).validate(figuresSchema, JSON.parse(JSON.stringify(figures)))).toBe(true);
  });

  it('do not show what fewer answered than the campaign says', async () => {
    await rooms.campaign(campaignDocument({ minimum: 5 }));
    await answered(await rooms.place({ centre: 'clinic' }), [4, 4, 3, 1]);
    expect((await studyOf('HEALTH'))?.headline).toMatchObject({ now: { value: null, n: 4, interval: null, whyNoInterval: 'tooFew' }, position: null }); // prettier-ignore
    await answered(await rooms.place({ centre: 'clinic' }), [2]);
    expect((await studyOf('HEALTH'))?.headline?.now.value).toBe(70);
  });

  it('are weighted to the totals that the campaign knows', async () => {
    const weights = { margins: [{ by: 'outcome', totals: { received: 300, refused: 300 } }] };
    await rooms.campaign(campaignDocument({ minimum: 2, weights }));
    const place = await rooms.place();
    await answered(place, [4, 4, 4, 4, 3, 3], { outcome: 'received' });
    await answered(place, [0, 1], { outcome: 'refused' });
    const study = await studyOf('WORKS');
    expect(study?.headline?.now.value).toBeCloseTo((91 + 2 / 3 + 12.5) / 2, 6);
    expect(study?.survey?.weighting?.designEffect).toBeCloseTo(4 / 3, 6);
    expect(study?.survey?.weighting?.effectiveN).toBeCloseTo(6, 6);
    await answered(place, [2], { outcome: 'gave_up' });
    const after = await studyOf('WORKS');
    expect(after?.survey).toMatchObject({ weighting: null, unweighted: 'totalsDoNotFit' });
    expect(after?.headline?.now.value).toBeCloseTo((4 * 100 + 2 * 75 + 0 + 25 + 50) / 9, 6);
  });

  it('put campaigns about one agency together by their respondents, whatever each one’s totals are counted in', async () => {
    const weights = { margins: [{ by: 'outcome', totals: { received: 0.5, refused: 0.5 } }] };
    await rooms.campaign(campaignDocument({ minimum: 2, weights }));
    await rooms.campaign(campaignDocument({ minimum: 2, code: 'second' }));
    const [first, second] = [await rooms.place(), await rooms.place({ campaign: 'second', centre: 'gate' })];
    await answered(first, [4, 4, 4], { outcome: 'received' });
    await answered(first, [0], { outcome: 'refused' });
    await answered(second, [4, 4, 4, 4]);
    // Four weighted to 50, four of 100: each campaign counts by its four. They share their service and channel, so there are no parts.
    const study = await studyOf('WORKS');
    expect(study?.headline?.now.value).toBeCloseTo(75, 9);
    expect(study?.headline?.now.n).toBe(8);
    expect(study?.parts).toEqual([]);
  });

  it('cover the days on which answers were taken: an end at midnight is the day before, a campaign closed by hand ends', async () => {
    const covers = async () => (await studyOf('WORKS'))?.headline?.now.covers;
    await rooms.campaign(campaignDocument({ minimum: 1, opens: '2026-02-28T22:00:00Z', closes: '2099-06-01T00:00:00+04:00' })); // prettier-ignore
    await answered(await rooms.place(), [4]);
    expect(await covers()).toEqual({ from: '2026-02-28', to: '2099-05-31' });
    await rooms.sql(`update campaigns set utc_offset = '04:00', state = 'closed', closed_at = '2027-03-31T20:30:00Z'`);
    await rooms.sql('update evidence set version = version + 1');
    expect(await covers()).toEqual({ from: '2026-03-01', to: '2027-04-01' });
  });

  it('change when a response is folded, and have nothing of employees that is not published', async () => {
    await rooms.campaign(campaignDocument({ minimum: 1 }));
    const place = await rooms.place({ centre: 'clinic' });
    await answered(place, [4]);
    const { evidenceVersion } = await results.get(Figures).of('2026');
    await answered(place, [0]);
    expect((await results.get(Figures).of('2026')).evidenceVersion).toBeGreaterThan(evidenceVersion);
    await rooms.sql(`update campaigns set study = 'employee-happiness'`);
    await rooms.sql('update evidence set version = version + 1');
    expect((await results.get(Figures).of('2026')).figures.agencies).toEqual([]);
  });
});

describe('the stars of a centre', () => {
  it('are fed by what customers answered about it, at all of its places', async () => {
    await rooms.sql(withScheme);
    await rooms.campaign(campaignDocument({ minimum: 3 }));
    await answered(await rooms.place(), [4, 2]);
    await answered(await rooms.place({ centre: 'gate', service: 'renew' }), [0]);
    await answered(await rooms.place(), [0, 0], { standing: 1 });
    const { judgement } = await results.get(Stars).centre('2026', 'gate');
    expect(judgement.components.find(({ code }) => code === 'asked')).toMatchObject({ n: 3, score: 50 });
    expect(judgement.components.find(({ code }) => code === 'study')).toMatchObject({ n: 3, score: 50 });
    const [form] = await results.get(Stars).answers('2026', 'gate');
    expect(form).toMatchObject({ instrument: { code: 'customer_happiness' }, filled: 3, score: 50 });
  });
});

const said = (code: string) => ({ ar: code, en: code });
const feed = { by: 'instrument', instrument: 'customer_happiness' };
const scheme = {
  schema: 'nujoom.scheme/1',
  code: 'asked',
  version: 1,
  title: said('asked'),
  status: 'illustrative',
  channelTypes: ['centre', 'smart'].map((code) => ({ code, title: said(code) })),
  levels: ['low', 'high'].map((code, at) => ({ code, title: said(code), score: 100 * at })),
  components: [
    { code: 'asked', title: said('asked'), weight: 1, of: feed },
    { code: 'study', title: said('study'), weight: 1, of: { by: 'study', study: 'customer-happiness' } },
    { code: 'rest', title: said('rest'), weight: 1, of: 'pillars' },
  ],
  pillars: [{ code: 'service', title: said('service'), weight: 1, elements: [{ code: 'all', title: said('all'), weight: 1, criteria: [{ code: 'ease', title: said('ease'), weight: 1, feed: { ...feed, dimension: 'ease' } }] }] }], // prettier-ignore
  stars: { by: 'bands', bands: [{ star: 2, from: 40 }, { star: 5, from: 80 }] }, // prettier-ignore
};
const withScheme = `
  with kept as (
    insert into method_versions (id, kind, code, version, hash, document, published_at)
    values (gen_random_uuid(), 'scheme', 'asked', 1, repeat('0', 64), '${JSON.stringify(scheme)}', now()) returning id
  )
  insert into cycle_schemes (cycle_id, scheme_id) select cycles.id, kept.id from cycles, kept where key = '2026';`;
