import type { INestApplicationContext } from '@nestjs/common';
import { Figures, Stars } from '#results';
import type { ChangeOfSet } from '#scoring';
import { alWaha } from './al-waha.js';

let rooms: INestApplicationContext;
beforeAll(async () => void ({ rooms } = await alWaha()), 120_000);
afterAll(() => rooms.close());

/**
 * Figures of Al Waha that were worked out apart from the platform, by another program in another language, from the
 * documents and the tables alone.
 */
describe('worked out elsewhere', () => {
  it('changes of a pillar whose form changed in between, on the items of both versions', async () => {
    const { figures } = await rooms.get(Figures).of('2025-26');
    const pillar = (agency: string) =>
      figures.agencies
        .find(({ agency: { code } }) => code === agency)!
        .stars!.pillars.find(({ code }) => code === 'customer_experience')!.change;
    for (const [agency, change] of [
      ['LA', 4.276],
      ['HE', 2.278],
      ['ED', 4.509],
      ['ID', 6.013],
      ['MU', -4.533],
      ['EC', 0.867],
    ] as const) {
      expect([agency, pillar(agency)?.toFixed(3)]).toEqual([agency, change.toFixed(3)]);
    }
  });

  it('changes of centres that answered other items in each cycle, on those answered in both', async () => {
    for (const [centre, change] of [
      ['EW-2', -0.512],
      ['SO-5', 10.299],
    ] as const) {
      const { change: found } = await rooms.get(Stars).centre('2025-26', centre);
      expect([centre, (found as { sameYardstick: number }).sameYardstick.toFixed(3)]).toEqual([
        centre,
        change.toFixed(3),
      ]);
    }
    const { change } = (await rooms.get(Stars).change('2025-26'))!;
    const { sameYardstick, comparison } = change as ChangeOfSet;
    expect(sameYardstick.toFixed(3)).toBe('4.456');
    // The centres of an agency move together: twelve agencies, not fifty-five centres.
    expect(comparison).toMatchObject({ method: 'clustered', df: 11 });
    expect(comparison!.standardError).toBeCloseTo(0.9, 1);
  });

  it('means of stars', async () => {
    expect((await rooms.get(Stars).programme('2024-25')).centres.meanStar?.toFixed(4)).toBe('4.2167');
    expect((await rooms.get(Stars).programme('2025-26')).centres.meanStar?.toFixed(4)).toBe('4.8833');
  });
});
