import type { INestApplicationContext } from '@nestjs/common';
import { Figures, Stars, StarTrials, type StarLine } from '#results';
import type { ChangeOfSet } from '#scoring';
import { VisitTallies } from '#visits';
import { refusalOf } from '../results/results-rooms.js';
import { alWaha, asked } from './al-waha.js';

let rooms: INestApplicationContext;
let stars: Stars;
let url: string;
let now: ReadonlyMap<string, StarLine>;
beforeAll(async () => {
  ({ rooms, url } = await alWaha());
  stars = rooms.get(Stars);
  now = new Map((await stars.centres('2025-26')).map((line) => [line.centre, line]));
}, 120_000);
afterAll(() => rooms.close());

describe('the stars of Al Waha', () => {
  it('are given to sixty centres of twelve agencies, all from what was captured', async () => {
    const { centres, agencies, scheme } = await stars.programme('2025-26');
    expect(scheme).toEqual({ code: 'global_stars', version: 2, status: 'illustrative' });
    expect([centres.units, agencies.length]).toEqual([60, 12]);
    expect(centres.distribution.reduce((sum, { units }) => sum + units, 0)).toBe(60);
    expect([centres.firstTime, centres.left]).toEqual([1, 1]);
    expect(centres.up + centres.down + centres.same + centres.firstTime).toBe(60);
  });

  it('a gate holds one centre at four, whatever its score', async () => {
    const held = now.get('ID-1')!;
    expect(held.rawStar).toBeGreaterThan(5);
    expect(held).toMatchObject({
      star: 4,
      provisional: [],
      fired: [{ gate: 'weak_experience', from: held.rawStar, to: 4 }],
    });
    expect(held.fired[0]!.found).toBeLessThan(60);
    const { judgement, path } = await stars.centre('2025-26', 'ID-1');
    const pillar = judgement.pillars.find(({ code }) => code === 'customer_experience')!;
    expect(held.fired[0]!.found).toBe(pillar.score);
    expect(path).toMatchObject({ from: 4, target: 5, exact: true });
    expect(path!.criteria.length).toBeGreaterThan(0);
  });

  it('the way to the next star, taken, gives it', async () => {
    const { path } = await stars.centre('2025-26', 'ID-1');
    const gradings = path!.criteria.map(({ criterion, to }) => ({ unit: 'ID-1', criterion, level: to }));
    const { effect } = await rooms.get(StarTrials).whatIf('2025-26', { gradings });
    expect(effect.moved).toMatchObject([{ unit: 'ID-1', before: { star: 4 } }]);
    // Past the gate it may be more: its score was that of more stars all along.
    expect(effect.moved[0]!.after.star).toBeGreaterThanOrEqual(path!.target);
    const less = await rooms.get(StarTrials).whatIf('2025-26', { gradings: gradings.slice(1) });
    expect(less.effect.moved).toEqual([]);
  });

  it('where too little is common no change is told, only the difference that is none', async () => {
    for (const code of ['CO-5', 'CU-5', 'LB-5', 'TR-5']) {
      const { change } = await stars.centre('2025-26', code);
      expect(change).toMatchObject({ refused: 'seriesBreak' });
      expect((change as { commonWeight: number }).commonWeight).toBeLessThan(0.7);
    }
    const { change } = await stars.centre('2025-26', 'CO-1');
    expect(change).toMatchObject({ refused: null });
  });

  it('the renamed agency has its centres, and their history', async () => {
    expect(now.get('LB-1')).toMatchObject({ agency: 'HR', before: { star: expect.any(Number) } });
    const before = await stars.centres('2024-25', { agency: 'LB' });
    expect(before.map(({ centre }) => centre)).toEqual(['LB-1', 'LB-2', 'LB-3', 'LB-4', 'LB-5']);
    const { change } = (await stars.change('2025-26', 'HR'))!;
    expect(change.units).toMatchObject({ before: 5, now: 5, compared: 4 });
    expect(await stars.centres('2025-26', { agency: 'LB' })).toEqual([]);
  });

  it('too few customers make a result provisional, and a forgotten proof counts as the lowest level', async () => {
    expect(now.get('SO-5')!.provisional).toEqual([
      { why: 'belowMinimum', of: 'customer_happiness', n: 22, minimum: 30 },
    ]);
    const { judgement } = await stars.centre('2025-26', 'LA-2');
    const criteria = judgement.pillars.flatMap((pillar) => pillar.children).flatMap((element) => element.children);
    const lowered = criteria.filter(({ loweredForEvidence }) => loweredForEvidence);
    expect(lowered.length).toBeGreaterThan(0);
    expect(lowered.every(({ score, gradedLevel }) => score === 0 && gradedLevel !== null)).toBe(true);
  });

  it('the parts of every change sum to what was published', async () => {
    for (const agency of [undefined, 'ID', 'MU', 'HR']) {
      const { change } = (await stars.change('2025-26', agency))!;
      if (change.refused !== null) throw new Error('a change was expected');
      const { published, sameYardstick, changedCriteria, changedWeights, changedFormula, joinedLeft } = change;
      expect(sameYardstick + changedCriteria + changedWeights + changedFormula + joinedLeft).toBeCloseTo(published, 9);
      expect(change.now - change.before).toBeCloseTo(published, 12);
    }
  });

  it('weights of the whole tree sum to one, and to the score', async () => {
    const { judgement } = await stars.centre('2025-26', 'ED-3');
    const criteria = judgement.pillars.flatMap((pillar) => pillar.children).flatMap((element) => element.children);
    const fed = judgement.components.filter(({ code }) => code !== 'assessment');
    const weight = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0);
    expect(weight([...criteria.map((one) => one.weightInWhole), ...fed.map((one) => one.effectiveWeight)])).toBeCloseTo(
      1,
    );
    const score =
      weight(criteria.map((one) => one.weightInWhole * (one.score ?? 0))) +
      weight(fed.map((one) => one.effectiveWeight * (one.score ?? 0)));
    expect(score).toBeCloseTo(judgement.score!, 9);
  });

  it('an appeal moved the star of a centre: with what was reported first it has one less', async () => {
    const { json } = await amendedVisit();
    expect(json).toEqual({ state: 'amended', revisions: 2, first: 'disrespectful', stands: 'polite' });
    expect(now.get('CO-1')!.star).toBe(5);
    const tallies = rooms.get(VisitTallies);
    expect(await tallies.check('2025-26')).toEqual({ tallies: [], visits: [] });
    const standing = await standOn(
      '(select min(revision) from visit_reports as first where first.visit_id = report.visit_id)',
    );
    await tallies.rebuild('2025-26');
    expect((await stars.centre('2025-26', 'CO-1')).judgement.star).toBe(4);
    expect(standing).toBe(1);
    await standOn('(select max(revision) from visit_reports as last where last.visit_id = report.visit_id)');
    await tallies.rebuild('2025-26');
    expect((await stars.centre('2025-26', 'CO-1')).judgement.star).toBe(5);
  });

  it('the customers’ figure is the plain mean of what they answered', async () => {
    const [answered] = await asked<{ mean: number; n: number }>(
      url,
      `select avg(case sheet -> 'answers' -> 'overall' ->> 'value' when 'very_unhappy' then 0 when 'unhappy' then 25
         when 'neither' then 50 when 'happy' then 75 when 'very_happy' then 100 end)::float8 as mean, count(*)::int as n
       from responses join survey_places on survey_places.n = place_n join centres on centres.id = centre_id
       join cycles on cycles.id = cycle_id
       where centres.code = 'MU-1' and cycles.key = '2025-26'`,
    );
    const { judgement } = await stars.centre('2025-26', 'MU-1');
    const happiness = judgement.components.find(({ code }) => code === 'customer_happiness')!;
    expect([happiness.score, happiness.n]).toEqual([answered!.mean, answered!.n]);
  });
});

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
      const { change: found } = await stars.centre('2025-26', centre);
      expect([centre, (found as { sameYardstick: number }).sameYardstick.toFixed(3)]).toEqual([
        centre,
        change.toFixed(3),
      ]);
    }
    const { change } = (await stars.change('2025-26'))!;
    const { sameYardstick, comparison } = change as ChangeOfSet;
    expect(sameYardstick.toFixed(3)).toBe('4.456');
    // The centres of an agency move together: twelve agencies, not fifty-five centres.
    expect(comparison).toMatchObject({ method: 'clustered', df: 11 });
    expect(comparison!.standardError).toBeCloseTo(0.9, 1);
  });

  it('means of stars', async () => {
    expect((await stars.programme('2024-25')).centres.meanStar?.toFixed(4)).toBe('4.2167');
    expect((await stars.programme('2025-26')).centres.meanStar?.toFixed(4)).toBe('4.8833');
  });
});

describe('what if', () => {
  it('tells for this cycle and the one before which stars move, and keeps nothing', async () => {
    const trials = rooms.get(StarTrials);
    const { effect, before } = await trials.whatIf('2025-26', {
      bands: [2, 3, 4, 5, 6, 7].map((star) => ({ star, from: 10 * star })),
    });
    expect(effect.units).toBe(60);
    expect(effect.up).toBeGreaterThan(30);
    expect(before!.effect.units).toBe(60);
    expect(before!.cycle).toBe('2024-25');
    expect((await stars.centres('2025-26')).map(({ star }) => star)).toEqual([...now.values()].map(({ star }) => star));
  });

  it.each([
    [{ weights: { nowhere: 3 } }, 'weights.nowhere'],
    [{ weights: { customers: 0 } }, 'weights.customers'],
    [{ bands: [{ star: 9, from: 1 }] }, 'bands[0].star'],
    [{ colour: 'red' }, 'colour'],
    [{ gradings: [{ unit: 'ID-1', criterion: 'nothing', level: 'leading' }] }, 'gradings[0].criterion'],
    [null, ''],
  ])('%j is refused by its place', async (question, where) => {
    const refusal = await refusalOf(rooms.get(StarTrials).whatIf('2025-26', question));
    expect(refusal.code).toBe('method.faulty');
    expect(refusal.faults).toContainEqual(expect.objectContaining({ where }));
  });

  it('robustness gives the same ranges each time', async () => {
    const [one, other] = [
      await rooms.get(StarTrials).robustness('2025-26', 'ID', 200),
      await rooms.get(StarTrials).robustness('2025-26', 'ID', 200),
    ];
    expect(one).toEqual(other);
    for (const { score, scores } of one.robustness.units) {
      expect(scores!.low).toBeLessThanOrEqual(score! + 1);
      expect(scores!.high).toBeGreaterThanOrEqual(score! - 1);
    }
  });
});

/** The visit an appeal amended: what was reported about the employee's conduct first, and what stands. */
async function amendedVisit(): Promise<{ json: unknown }> {
  const conduct = (revision: string) =>
    `(select content -> 'sheet' -> 'answers' -> 'employee_conduct' ->> 'value' from visit_reports as report
      where report.visit_id = visits.id order by revision ${revision} limit 1)`;
  const [row] = await asked<{ json: unknown }>(
    url,
    `select json_build_object('state', state, 'revisions', (select count(*) from visit_reports where visit_id = visits.id),
       'first', ${conduct('asc')}, 'stands', ${conduct('desc')}) as json from visits where state = 'amended'`,
  );
  return row ?? { json: null };
}

/** Lets another revision of the amended visit stand. @returns how many visits that changed */
async function standOn(revision: string): Promise<number> {
  const rows = await asked(
    url,
    `update visits set report_id = report.id from visit_reports as report
     where report.visit_id = visits.id and visits.state = 'amended' and report.revision = ${revision} returning visits.id`,
  );
  return rows.length;
}
