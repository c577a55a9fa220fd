import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DatabaseModule } from '#database';
import { Agencies } from '#network';
import { Figures, ResultsImport, ResultsModule } from '#results';
import { testDatabase } from '../platform/database.js';
import { importPeopleSurvey } from '../platform/demonstration.js';

/** The benchmark that the Cabinet Office published for 2024: the median over the 103 organisations. */
const published = {
  engagement: 64.076,
  'proxy-stress': 26.253,
  perma: 74.229,
  'my-work': 77.349,
  'objectives-and-purpose': 83.105,
  'my-manager': 78.346,
  'my-team': 83.762,
  'learning-and-development': 55.923,
  'inclusion-and-fair-treatment': 80.556,
  'resources-and-workload': 75.556,
  'pay-and-benefits': 34.066,
  'leadership-and-change': 52.156,
};

describe('Civil Service People Survey, 2024 against 2023', () => {
  let app: INestApplicationContext;

  beforeAll(async () => {
    app = await NestFactory.createApplicationContext(
      { module: class Platform {}, imports: [DatabaseModule.at(await testDatabase()), ResultsModule] },
      { logger: ['error'] },
    );
    await importPeopleSurvey(app.get(ResultsImport), app.get(Agencies));
  });

  afterAll(() => app.close());

  it.each(Object.entries(published))('the median of %s is the published benchmark, %d', async (code, benchmark) => {
    const { figures } = await app.get(Figures).of('2024');
    const summary = figures.programme[0]?.measures.find((measure) => measure.measure === code);
    expect(summary?.now?.agencies).toBe(103);
    expect(summary?.now?.median).toBeCloseTo(benchmark, 9);
  });

  it('prints 103 agencies, one of them renamed, none new and none left', async () => {
    const { figures } = await app.get(Figures).of('2024');
    expect(figures.agencies).toHaveLength(103);
    const cohort = figures.programme[0]?.cohort;
    expect(cohort).toMatchObject({ continuing: 102, new: [], left: [], merged: [], split: [] });
    expect(cohort?.renamed.map(({ from, to }) => [from.code, to.code])).toEqual([['DLUHC', 'MHCLG']]);
  });

  it('tells no verdict and no interval of one organisation, since the source gives no number of answers', async () => {
    const { agencies } = await app.get(Figures).ofAgency('2024', 'ACAS');
    const headline = agencies[0]?.studies[0]?.headline;
    expect(headline?.now).toMatchObject({
      value: 63.174,
      n: null,
      interval: null,
      whyNoInterval: 'sourceGivesNoCounts',
    });
    expect(headline?.change.points).toBeCloseTo(63.174 - 62.037, 9);
    expect(headline?.change).toMatchObject({
      verdict: 'cannotTell',
      why: 'sourceGivesNoCounts',
      p: null,
      interval: null,
    });
  });
});
