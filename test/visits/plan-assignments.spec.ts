import { Shoppers, ShopperMoves, VisitAssignments } from '#visits';
import { office, planDocument, refusalOf, VisitRooms, type VisitSketch } from './visit-rooms.js';

let rooms: VisitRooms;
beforeEach(async () => {
  rooms = await VisitRooms.open();
  await rooms.plan();
});
afterEach(() => rooms.close());

const assignments = () => rooms.get(VisitAssignments);
const assign = (id: string, shopper: string, exception?: string) =>
  assignments().assign(office, id, { shopper, exception });
const brokenBy = async (id: string, shopper: string, exception?: string) => {
  const { code, faults } = await refusalOf(assign(id, shopper, exception));
  return [code, faults?.map(({ where, reason }) => `${where} ${reason}`)];
};
/** A visit due on one day of 2098. */
const on = (day: string, sketch: VisitSketch = {}) =>
  rooms.visit({ dueFrom: `2098-${day}`, dueTo: `2098-${day}`, ...sketch });
const moves = () => rooms.get(ShopperMoves);
const at = '2026-11-22T08:00:00+04:00';

describe('assigning', () => {
  it('gives a visit to a shopper; once more changes nothing', async () => {
    const id = await on('03-03');
    expect(await assign(id, 'Noor')).toMatchObject({ state: 'assigned' });
    await assign(id, 'noor');
    const noor = await rooms.actor('noor');
    expect(await rooms.visitWith(id)).toMatchObject({ state: 'assigned', shopperId: noor.accountId });
    expect(await rooms.trail(id)).toEqual([{ to: 'assigned', verb: 'visit.assign', role: 'office', reason: null }]);
    expect((await refusalOf(assign(id, 'lina'))).code).toBe('visit.moveRefused');
  });

  it('is for shoppers, of visits there are', async () => {
    const id = await on('03-03');
    for (const name of ['viewer', 'rania', 'nobody'])
      expect((await refusalOf(assign(id, name))).code).toBe('visit.notShopper');
    expect((await refusalOf(assign('6f9619ff-8b86-4d01-b42d-00cf4fc964ff', 'noor'))).code).toBe('visit.unknown');
  });

  it('follows the rules, and tells all that are broken', async () => {
    expect(await brokenBy(await on('03-03', { gender: 'male' }), 'noor')).toEqual([
      'visit.rulesBroken',
      ['shopper ruleGender'],
    ]);
    await rooms.sql(
      `update shoppers set active = false, languages = array['en'] where account_id = (select id from accounts where name = 'lina')`,
    );
    expect(await brokenBy(await on('03-03'), 'lina')).toEqual([
      'visit.rulesBroken',
      ['shopper ruleNotActive', 'shopper ruleLanguage'],
    ]);
    await assign(await on('05-05'), 'noor');
    const near = await on('05-07');
    expect(await brokenBy(near, 'noor')).toEqual([
      'visit.rulesBroken',
      ['shopper ruleSameCentre', 'shopper ruleShare', 'shopper ruleBetween'],
    ]);
    await rooms.plan(planDocument({ rules: { sameCentreDays: 1, shareOfCentre: 1, daysBetween: 2 } }));
    expect(await assign(near, 'noor')).toMatchObject({ state: 'assigned' });
  });

  it('counts the day a visit was made on, also in the cycle before', async () => {
    const before = await rooms.visit({
      cycle: '2025',
      shopper: 'noor',
      state: 'approved',
      dueFrom: '2025-09-01',
      dueTo: '2025-12-31',
    });
    await rooms.sql(
      `with sent as (insert into visit_reports (cycle_id, agency_id, id, visit_id, revision, by, account_id, content, hash, received_at, late)
         select cycle_id, agency_id, gen_random_uuid(), id, 1, 'shopper', shopper_id, '{"startedAt": "2025-12-30T21:30:00Z"}', 'x', now(), false
         from visits where id = $1 returning id)
       update visits set report_id = sent.id from sent where visits.id = $1`,
      [before],
    );
    const id = await rooms.visit({ dueFrom: '2026-06-28', dueTo: '2026-06-28' });
    const { faults } = await refusalOf(assign(id, 'noor'));
    // 21:30 UTC is the next day in Dubai; 179 days lie between
    expect(faults).toEqual([{ where: 'shopper', reason: 'ruleSameCentre', params: { day: '2025-12-31', days: 180 } }]);
    expect(await assign(await rooms.visit({ dueFrom: '2026-06-29', dueTo: '2026-06-29' }), 'noor')).toMatchObject({
      state: 'assigned',
    });
  });

  it('takes an exception with its reason, which stands on the trail with the rules', async () => {
    const id = await on('03-03', { gender: 'male' });
    await assign(id, 'noor', 'No man is free.');
    const [event] = await rooms.sql<{ reason: string; details: object }>('select reason, details from visit_events');
    const noor = await rooms.actor('noor');
    expect(event).toEqual({
      reason: 'No man is free.',
      details: { shopper: noor.accountId, broken: [{ rule: 'ruleGender' }] },
    });
  });

  it('has no exception for the own agency and conflicts of interest, nor for what went on from them', async () => {
    await rooms.sql(
      `update accounts set agency_id = (select id from agencies where code = 'WORKS') where name = 'noor'`,
    );
    const shoppers = rooms.get(Shoppers);
    await shoppers.declareConflict(await rooms.actor('lina'), {
      shopper: 'lina',
      agency: 'WORKS',
      reason: 'A brother.',
    });
    const id = await on('03-03');
    expect(await brokenBy(id, 'noor', 'Nobody else.')).toEqual(['visit.rulesBroken', ['shopper ruleOwnAgency']]);
    expect(await brokenBy(id, 'lina', 'Nobody else.')).toEqual(['visit.rulesBroken', ['shopper ruleConflict']]);
    await rooms.sql(
      `insert into successions (predecessor_id, successor_id, since) select a.id, b.id, '2026-01-01' from agencies a, agencies b where a.code = 'WORKS' and b.code = 'HEALTH'`,
    );
    const later = await on('03-03', { centre: 'clinic' });
    expect(await brokenBy(later, 'noor', 'Nobody else.')).toEqual(['visit.rulesBroken', ['shopper ruleOwnAgency']]);
    expect(await brokenBy(later, 'lina', 'Nobody else.')).toEqual(['visit.rulesBroken', ['shopper ruleConflict']]);
    expect(await rooms.sql('select 1 from visit_events')).toEqual([]);
  });

  it('two visits at once to one shopper: only one slips by a rule, in 20 races', async () => {
    await rooms.plan(planDocument({ rules: { sameCentreDays: 180, shareOfCentre: 1, daysBetween: 0 } }));
    for (let race = 0; race < 20; race += 1) {
      const day = String(1 + race).padStart(2, '0');
      const [one, two] = [await on(`03-${day}`), await on(`04-${day}`)];
      const outcomes = await Promise.allSettled([assign(one, 'noor'), assign(two, 'noor')]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await rooms.sql('update visits set state = $1, shopper_id = null', ['replaced']);
    }
  });

  it('and to two shoppers within the days between visits', async () => {
    for (let race = 0; race < 10; race += 1) {
      const day = String(1 + race).padStart(2, '0');
      const [one, two] = [await on(`03-${day}`), await on(`03-${day}`)];
      const outcomes = await Promise.allSettled([assign(one, 'noor'), assign(two, 'lina')]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await rooms.sql('update visits set state = $1, shopper_id = null', ['replaced']);
    }
  });

  it('is taken back with a reason, until the visit is begun', async () => {
    const id = await on('03-03');
    await assign(id, 'noor');
    expect((await refusalOf(assignments().withdraw(office, id, ''))).code).toBe('visit.reasonNeeded');
    expect(await assignments().withdraw(office, id, 'She is ill.')).toMatchObject({
      state: 'planned',
      shopperId: null,
    });
    expect((await refusalOf(assignments().withdraw(office, id, 'Again.'))).code).toBe('visit.moveRefused');
    await assign(id, 'noor');
    await moves().start(await rooms.actor('noor'), id, { at });
    expect((await refusalOf(assignments().withdraw(office, id, 'Too late.'))).code).toBe('visit.moveRefused');
  });
});

describe('a proposal', () => {
  it('fills what can be filled under the rules and says what stands in the way of the rest', async () => {
    const ids = [await on('03-03'), await on('03-03', { centre: 'clinic' }), await on('04-03'), await on('05-03')];
    await rooms.visit({ dueFrom: '2026-01-05', dueTo: '2026-01-06' }); // over
    const proposal = await assignments().propose('2026');
    expect(proposal.proposed).toHaveLength(3);
    expect(proposal.unfilled).toMatchObject([{ centre: 'gate', faults: [{}] }]);
    expect(new Set(proposal.proposed.map(({ shopper }) => shopper))).toEqual(new Set(['noor', 'lina']));
    expect(await rooms.sql('select 1 from visit_events')).toEqual([]);

    expect(await assignments().assignProposed(office, '2026')).toEqual(proposal);
    for (const { visit, accountId } of proposal.proposed) {
      expect(await rooms.visitWith(visit)).toMatchObject({ state: 'assigned', shopperId: accountId });
    }
    expect((await assignments().assignProposed(office, '2026')).proposed).toEqual([]);
    expect(ids).toHaveLength(4);
  });

  it('never holds who is bound to the agency', async () => {
    await rooms.get(Shoppers).declareConflict(office, { shopper: 'noor', agency: 'HEALTH', reason: 'A sister.' });
    await rooms.sql(
      `update accounts set agency_id = (select id from agencies where code = 'HEALTH') where name = 'lina'`,
    );
    await on('03-03', { centre: 'clinic' });
    expect(await assignments().propose('2026')).toMatchObject({ proposed: [], unfilled: [{ centre: 'clinic' }] });
  });
});

describe('a shopper', () => {
  it('accepts, begins and gives back what is his, each told as often as it may be', async () => {
    const noor = await rooms.actor('noor');
    const id = await on('03-03', { shopper: 'noor' });
    for (let time = 0; time < 2; time += 1) await moves().accept(noor, id, { at });
    for (let time = 0; time < 2; time += 1) await moves().start(noor, id, { at });
    await moves().accept(noor, id, { at });
    for (let time = 0; time < 2; time += 1) await moves().decline(noor, id, { at, reason: 'The car broke down.' });
    expect((await rooms.trail(id)).map(({ to, reason }) => `${to} ${reason}`)).toEqual([
      'accepted null',
      'inProgress null',
      'planned The car broke down.',
    ]);
    expect(await rooms.visitWith(id)).toMatchObject({ state: 'planned', shopperId: null });
  });

  it('does not give back anew what was assigned to him anew, when his old refusal comes late', async () => {
    const noor = await rooms.actor('noor');
    const id = await on('03-03', { shopper: 'noor' });
    await moves().decline(noor, id, { at, reason: 'Ill.' });
    await assign(id, 'noor');
    await moves().decline(noor, id, { at, reason: 'Ill.' });
    expect(await rooms.visitWith(id)).toMatchObject({ state: 'assigned' });
    await moves().decline(noor, id, { at: '2026-11-23T08:00:00+04:00', reason: 'Still ill.' });
    expect(await rooms.visitWith(id)).toMatchObject({ state: 'planned' });
  });

  it('reaches nothing of others, and gives nothing back that was sent', async () => {
    const omar = await rooms.actor('omar');
    const id = await on('03-03', { shopper: 'noor' });
    for (const move of [
      () => moves().accept(omar, id, { at }),
      () => moves().start(omar, id, { at }),
      () => moves().decline(omar, id, { at, reason: 'x' }),
      () => moves().accept(office, id, { at }),
    ]) {
      expect((await refusalOf(move())).code).toBe('visit.unknown');
    }
    const sent = await on('04-03', { shopper: 'omar', state: 'inReview' });
    expect((await refusalOf(moves().decline(omar, sent, { at, reason: 'x' }))).code).toBe('visit.moveRefused');
    await moves().start(omar, sent, { at });
    expect(await rooms.visitWith(sent)).toMatchObject({ state: 'inReview' });
  });
});

describe('people', () => {
  it('are made with an account and a password told once; changed without one', async () => {
    const traits = { gender: 'female', languages: ['ar'], active: true } as const;
    const made = await rooms.get(Shoppers).save('Huda', traits);
    expect(made).toEqual({ name: 'huda', password: expect.stringMatching(/^[a-z0-9-]{23}$/), ...traits });
    const changed = { ...traits, languages: ['ar', 'en'], active: false } as const;
    expect(await rooms.get(Shoppers).save('huda', changed)).toEqual({ name: 'huda', password: null, ...changed });
    expect((await rooms.get(Shoppers).list()).map(({ name, active }) => `${name} ${active}`)).toEqual([
      'huda false',
      'lina true',
      'noor true',
      'omar true',
      'zayd true',
    ]);
    expect((await refusalOf(rooms.get(Shoppers).save('viewer', traits))).code).toBe('visit.notShopper');
    expect((await refusalOf(rooms.get(Shoppers).save('no name', traits))).code).toBe('access.accountNameInvalid');
  });

  it('declare their own conflicts, the office all; what is not begun is taken back', async () => {
    const [waiting, begun] = [
      await on('03-03', { shopper: 'noor' }),
      await on('05-03', { shopper: 'noor', state: 'inProgress' }),
    ];
    const elsewhere = await on('03-03', { centre: 'clinic', shopper: 'noor' });
    const wish = { shopper: 'noor', agency: 'WORKS', reason: 'A brother.' };
    const shoppers = rooms.get(Shoppers);
    expect((await refusalOf(shoppers.declareConflict(await rooms.actor('omar'), wish))).code).toBe('access.notAllowed');
    expect(await shoppers.declareConflict(await rooms.actor('noor'), wish)).toEqual({ withdrawn: 1, left: 1 });
    expect(await shoppers.declareConflict(office, wish)).toEqual({ withdrawn: 0, left: 1 });
    const states = await Promise.all([waiting, begun, elsewhere].map(async (id) => (await rooms.visitWith(id)).state));
    expect(states).toEqual(['planned', 'inProgress', 'assigned']);
    expect(await rooms.trail(waiting)).toMatchObject([
      { verb: 'visit.decline', role: 'shopper', reason: 'A brother.' },
    ]);
    expect((await refusalOf(shoppers.declareConflict(office, { ...wish, shopper: 'viewer' }))).code).toBe(
      'visit.notShopper',
    );
    expect((await refusalOf(shoppers.declareConflict(office, { ...wish, agency: 'NONE' }))).code).toBe(
      'agency.unknown',
    );
  });
});
