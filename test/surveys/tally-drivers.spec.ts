import { DriverAnalyses } from '#surveys';
import { freshRooms, refusalOf, staffDocument } from './survey-rooms.js';
import { Session } from './tallied-answers.js';

const held = freshRooms();
const drivers = (code = 'happiness') => held.rooms.get(DriverAnalyses).of(code);

const faces = ['very_unhappy', 'unhappy', 'neither', 'happy', 'very_happy'];
const efforts = ['very_hard', 'hard', 'neither', 'easy', 'very_easy'];
const agreement = ['strongly_disagree', 'disagree', 'neither', 'agree', 'strongly_agree'];

describe('what moves overall happiness', () => {
  it('is found among the dimensions beside it, over those who answered all of them and count', async () => {
    const session = await Session.at(held.rooms.url);
    const place = await held.rooms.place();
    const points: (readonly [overall: number, need: number, ease: number])[] = [];
    for (let at = 0; at < 60; at++) {
      const [ease, need] = [at % 5, (at * 7) % 5];
      const overall = Math.min(4, Math.max(0, ease + (at % 3) - 1));
      points.push([25 * overall, 25 * need, 25 * ease]);
      const answers = {
        overall: { value: faces[overall] },
        effort_level: { value: efforts[ease] },
        need_met: { value: agreement[need] },
      };
      await session.answer(place, 1, { answers });
      await session.answer(place, 1, { answers: { ...answers, overall: { value: faces[4 - ease] } }, standing: 1 });
    }
    await session.close();
    const { analysis, drivers: named, fault } = await drivers();
    expect(fault).toBeNull();
    expect(named.map(({ dimension }) => dimension)).toEqual(['need', 'ease']);
    expect(analysis).toMatchObject({ n: 60, method: 'shapley' });
    const [need, ease] = analysis?.drivers ?? [];
    expect(ease?.importance).toBeGreaterThan(0.6);
    expect(ease?.coefficient).toBeGreaterThan(0.7);
    expect(need?.importance).toBeLessThan(0.1);
    // In points: what is expected where both dimensions are 0, and how far people are off it.
    const expected = ([, byNeed, byEase]: readonly [number, number, number]) =>
      (analysis?.intercept ?? NaN) + (need?.coefficient ?? 0) * byNeed + (ease?.coefficient ?? 0) * byEase;
    const off = points.map((one) => one[0] - expected(one));
    expect(off.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 6);
    const spread = Math.sqrt(off.reduce((sum, one) => sum + one * one, 0) / (60 - 3));
    expect(analysis?.residualSpread).toBeCloseTo(spread, 6);
  });

  it('is not said of nobody, of a campaign that there is not, and of employees before their results are published', async () => {
    expect(await drivers()).toMatchObject({ analysis: null, fault: { code: 'nobodyAnswered' } });
    expect((await refusalOf(drivers('nowhere'))).code).toBe('campaign.unknown');
    await held.rooms.campaign(staffDocument());
    expect((await refusalOf(drivers('staff'))).code).toBe('campaign.stillOpen');
    await held.rooms.sql(`update campaigns set state = 'closed' where code = 'staff'`);
    expect((await refusalOf(drivers('staff'))).code).toBe('campaign.stillOpen');
  });
});
