import { randomUUID } from 'node:crypto';
import { compileInstrument, contributionOf, packContribution, tallyLayoutOf, type AnswerSheet } from '#instruments';
import { wilsonInterval } from '#statistics';
import { DriverAnalyses, SurveyReleases, SurveyResults } from '#surveys';
import { campaignDocument, customerSheet, freshRooms, refusalOf, staffDocument } from './survey-rooms.js';
import { shippedInstrument } from './survey-world.js';

const world = freshRooms();
const results = (code: string) => world.rooms.get(SurveyResults).results(code);

/** Puts responses into the tables as they come to stand there. */
async function responses(
  campaign: string,
  agency: string,
  instrument: string,
  sheets: readonly AnswerSheet[],
  outcome = '',
) {
  const compiled = compileInstrument(shippedInstrument(instrument));
  const layout = tallyLayoutOf(compiled.instrument);
  for (const sheet of sheets) {
    const contribution = packContribution(contributionOf(layout, compiled, sheet));
    await world.rooms.sql(
      `insert into responses (cycle_id, agency_id, id, place_n, way, language, outcome, segment, standing, consent, sheet, contribution,
         marks, received_at)
       select campaigns.cycle_id, places.agency_id, $3, places.n, 'link', 'ar', $4, '', 0, 1, $5, $6, '{}', now()
       from campaigns join survey_places as places on campaign_id = campaigns.id join agencies on agencies.id = places.agency_id
       where campaigns.code = $1 and agencies.code = $2 order by places.n limit 1`,
      [campaign, agency, randomUUID(), outcome, JSON.stringify(sheet), contribution],
    );
  }
}

const many = (count: number, sheet: AnswerSheet) => Array.from({ length: count }, () => sheet);
const said = (overall: string) => customerSheet({ overall: { value: overall } });
const engaged = ['pride', 'advocacy', 'attachment', 'inspiration', 'motivation'];
const staff = (value: string): AnswerSheet => ({
  answers: Object.fromEntries(engaged.map((item) => [item, { value }])),
});

describe('the results of customers', () => {
  it('are means with intervals, by outcome and agency; a group below the minimum is named and withheld', async () => {
    await responses('happiness', 'WORKS', 'customer-happiness-1', many(30, said('very_happy')), 'received');
    await responses('happiness', 'WORKS', 'customer-happiness-1', many(30, said('happy')), 'refused');
    await responses('happiness', 'HEALTH', 'customer-happiness-1', many(29, said('happy')));
    const { groups, weighting } = await results('happiness');
    const group = (codes: object) => groups.find((one) => JSON.stringify(one.codes) === JSON.stringify(codes));
    // 30 × 100 and 30 × 75: mean 87.5, s² = 59 ⁻¹ · 60 · 12.5², half the width t(59) · s / √60.
    const overall = group({ agency: 'WORKS' })?.scores.find(
      ({ key }) => key === 'item:overall' || key === 'overall',
    )?.estimate;
    expect(overall?.n).toBe(60);
    expect(group({ outcome: 'received' })?.n).toBe(30);
    expect(group({ outcome: 'refused' })?.scores[0]?.estimate?.value).toBeLessThan(overall?.value ?? 0);
    expect(group({ agency: 'HEALTH' })).toMatchObject({ n: 29, withheld: 'belowMinimum', scores: [] });
    expect(group({})?.n).toBe(89);
    expect(weighting).toBeNull();
    // Half of WORKS chose the best, half the second best; everybody is in the two best.
    const items = group({ agency: 'WORKS' })?.items;
    const mood = items?.find(({ item }) => item === 'overall');
    expect(mood).toMatchObject({ n: 60, effectiveN: 60, withheld: null, topTwo: { value: 100 }, netPromoter: null });
    expect(mood?.options.map(({ code, n, share }) => [code, n, share.value])).toEqual([
      ['very_unhappy', 0, 0],
      ['unhappy', 0, 0],
      ['neither', 0, 0],
      ['happy', 30, 50],
      ['very_happy', 30, 50],
    ]);
    const wilson = wilsonInterval(30, 60);
    expect(mood?.options[4]?.share.interval.low).toBeCloseTo(100 * (wilson?.low ?? 0), 9);
  });

  it('are weighted to known totals where the campaign declares them', async () => {
    const weights = { margins: [{ by: 'agency', totals: { WORKS: 500, HEALTH: 500 } }] };
    await world.rooms.campaign(campaignDocument({ code: 'weighted', weights, minimum: 1 }));
    await responses('weighted', 'WORKS', 'customer-happiness-1', [
      ...many(20, said('very_happy')),
      ...many(20, said('happy')),
    ]);
    await responses('weighted', 'HEALTH', 'customer-happiness-1', [...many(10, said('very_happy')), said('happy')]);
    const { groups, weighting } = await results('weighted');
    const value = (codes: object) => {
      const group = groups.find((one) => JSON.stringify(one.codes) === JSON.stringify(codes));
      return group?.scores.find(({ key }) => key === 'overall')?.estimate;
    };
    const [works, health, all] = [value({ agency: 'WORKS' }), value({ agency: 'HEALTH' }), value({})];
    expect(all?.value).toBeCloseTo(((works?.value ?? 0) + (health?.value ?? 0)) / 2, 9);
    expect(all?.designEffect).toBeGreaterThan(1);
    expect(weighting?.report?.converged).toBe(true);
  });
});

describe('the results of employees', () => {
  async function opened(works: number, health: number): Promise<void> {
    await world.rooms.campaign(staffDocument());
    const answers = (count: number) => [...many(count - 2, staff('agree')), staff('disagree'), staff('strongly_agree')];
    await responses('staff', 'WORKS', 'employee-happiness-1', answers(works));
    await responses('staff', 'HEALTH', 'employee-happiness-1', answers(health));
  }
  const close = () => world.rooms.sql(`update campaigns set state = 'closed', closed_at = now() where code = 'staff'`);
  const release = () => world.rooms.get(SurveyReleases).releaseDue();

  it('are there when the campaign is closed and they are published, not before', async () => {
    await opened(12, 12);
    expect(await release()).toBe(0);
    expect(await results('staff')).toMatchObject({ state: 'notYet', releasedAt: null, groups: [] });
    await close();
    expect(await results('staff')).toMatchObject({ state: 'computing', releasedAt: null, groups: [] });
    expect(await release()).toBe(1);
    expect(await results('staff')).toMatchObject({ state: 'ready', releasedAt: expect.any(Date) as Date });
    expect(await results('happiness')).toMatchObject({ state: 'ready', releasedAt: null });
  });

  it('withhold an agency of few, and with it what would give it away', async () => {
    await opened(30, 7);
    await close();
    await release();
    const { groups } = await results('staff');
    const shown = groups.map(({ codes, n, withheld }) => [JSON.stringify(codes), n, withheld]);
    expect(shown).toContainEqual(['{"agency":"HEALTH"}', null, 'protected']);
    // All minus WORKS would be the seven of HEALTH: only one of both is shown.
    const known = shown.filter(([codes, n]) => (codes === '{}' || codes === '{"agency":"WORKS"}') && n !== null);
    expect(known).toHaveLength(1);
    expect(JSON.stringify(groups)).not.toContain('"n":7');
  });

  it('show agencies of enough, each score by those who answered it', async () => {
    await opened(30, 12);
    await close();
    await release();
    const { groups } = await results('staff');
    expect(groups.map(({ n }) => n).sort()).toEqual([12, 30, 42]);
    const health = groups.find(({ n }) => n === 12);
    expect(health?.scores.find(({ key }) => key === 'dimension:engagement')?.estimate?.n).toBe(12);
    expect(health?.scores.find(({ key }) => key === 'dimension:my_manager')?.estimate).toBeNull();
  });
});

describe('what moves the happiness of employees', () => {
  const steps = ['strongly_disagree', 'disagree', 'neither', 'agree', 'strongly_agree'];
  const asked = shippedInstrument('employee-happiness-1')
    .sections.flatMap(({ items }) => items)
    .flatMap(({ code, type }) => (type === 'scale' ? [code] : []));
  const mixed = (at: number, place: number) => (((at + 1) * 7_919 + (place + 1) * 104_729) ** 2 % 10_007) % 1_009;
  /** Each answers everything, in his own way; but for what is left out. */
  const full = (at: number, without: readonly string[] = []): AnswerSheet => {
    const answers = asked.map((item, place) => [item, { value: steps[mixed(at, place) % 5] ?? '' }] as const);
    return { answers: Object.fromEntries(answers.filter(([item]) => !without.includes(item))) };
  };
  const learning = asked.filter((item) => item.startsWith('learning_'));
  const people = (count: number, without: number) =>
    Array.from({ length: count }, (_, at) => full(at, at < without ? learning : []));
  const drivers = () => world.rooms.get(DriverAnalyses).of('staff');
  const close = () => world.rooms.sql(`update campaigns set state = 'closed', closed_at = now() where code = 'staff'`);

  async function published(count: number, without: number): Promise<void> {
    await world.rooms.campaign(staffDocument());
    await responses('staff', 'WORKS', 'employee-happiness-1', people(count, without));
    await close();
    expect((await refusalOf(drivers())).code).toBe('campaign.stillOpen');
    expect(await world.rooms.get(SurveyReleases).releaseDue()).toBe(1);
  }

  it('is told once results are published, and of exactly those whose results they are', async () => {
    await published(45, 0);
    const before = await drivers();
    expect(before).toMatchObject({ analysis: { n: 45 }, fault: null });
    // Somebody who came in after all: the difference of two calls would be what he answered.
    await responses('staff', 'WORKS', 'employee-happiness-1', [full(77)]);
    expect(await drivers()).toMatchObject({ analysis: null, fault: { code: 'protected' } });
  });

  it('is not told where fewer than may be shown left something out: beside the published scores it would tell theirs', async () => {
    await published(45, 1);
    const { groups } = await results('staff');
    expect(groups[0]?.scores.find(({ key }) => key === 'dimension:my_work')?.estimate?.n).toBe(45);
    expect(await drivers()).toMatchObject({ analysis: null, fault: { code: 'protected' } });
  });

  it('is told where enough left something out', async () => {
    await published(45, 10);
    expect(await drivers()).toMatchObject({ analysis: { n: 35 }, fault: null });
  });

  it('is not told of fewer than comments need', async () => {
    await published(29, 0);
    expect(await drivers()).toMatchObject({ analysis: null, fault: { code: 'protected' } });
  });
});
