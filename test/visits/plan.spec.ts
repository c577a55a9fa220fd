import { Replacements, VisitPlans } from '#visits';
import { office, planDocument, refusalOf, VisitRooms } from './visit-rooms.js';

let rooms: VisitRooms;
beforeEach(async () => void (rooms = await VisitRooms.open()));
afterEach(() => rooms.close());

const plans = () => rooms.get(VisitPlans);
const save = (changes: Record<string, unknown> = {}) => plans().save('2026', planDocument(changes));
const visits = () =>
  rooms.sql<{ centre: string; wave: string; state: string; pair: string | null; due_from: string; due_to: string }>(
    `select centres.code as centre, wave, state, pair_id as pair, due_from::text, due_to::text
     from visits join centres on centres.id = centre_id order by 1, due_from`,
  );
const faultsOf = async (trying: Promise<unknown>) =>
  (await refusalOf(trying)).faults?.map(({ where, reason }) => [where, reason]);

describe('a plan', () => {
  it('is kept with its defaults and its hash; the same again changes nothing', async () => {
    const first = await save();
    expect(first).toEqual({ hash: expect.stringMatching(/^[0-9a-f]{64}$/), changed: true });
    const { plan, hash, savedAt } = await plans().find('2026');
    expect([hash, plan.rules.sameCentreDays, plan.graceHours]).toEqual([first.hash, 180, 48]);
    expect(await save()).toEqual({ ...first, changed: false });
    expect((await plans().find('2026')).savedAt).toEqual(savedAt);
    expect((await save({ graceHours: 24 })).changed).toBe(true);
  });

  it.each([
    ['a shape that is none', { waves: 'all' }, [['waves', 'notAList']]],
    [
      'a wave before the cycle',
      { waves: [{ code: 'w', title: { en: 'W' }, from: '2025-12-01', to: '2026-02-01' }] },
      [['waves[0].from', 'outOfRange']],
    ],
    [
      'an instrument nobody published',
      { instruments: [{ channelTypes: ['centre'], code: 'small_visit', version: 2 }] },
      [['instruments[0]', 'unknown']],
    ],
    [
      'a centre there is not',
      { centres: [{ centre: 'nowhere', visitsPerWave: 1 }] },
      [['centres[0].centre', 'unknown']],
    ],
    [
      'a contradiction about an item there is not',
      { contradictions: [{ instrument: 'small_visit', when: 'nothing > 1', message: { en: 'x' } }] },
      [['contradictions[0].when', 'conditionUnknownItem']],
    ],
  ])('with %s is refused', async (_, changes, faults) => {
    expect(await faultsOf(save(changes))).toEqual(faults);
    expect(await rooms.sql('select 1 from visit_plans')).toEqual([]);
  });

  it('fills only what mystery shoppers fill', async () => {
    await rooms.sql(
      `insert into method_versions (id, kind, code, version, hash, document, published_at)
       select gen_random_uuid(), kind, 'other', 1, hash, jsonb_set(document, '{filledBy}', '"customer"') || '{"code": "other"}', now()
       from method_versions where code = 'small_visit'`,
    );
    const instruments = [{ channelTypes: ['centre'], code: 'other', version: 1 }];
    expect(await faultsOf(save({ instruments }))).toEqual([['instruments[0]', 'invalid']]);
  });

  it('is for a cycle there is', async () => {
    expect((await refusalOf(plans().save('1066', planDocument()))).code).toBe('cycle.unknown');
    const asked = [() => plans().find('2026'), () => plans().make(office, '2026'), () => plans().coverage('2026')];
    for (const ask of asked) {
      expect((await refusalOf(ask())).code).toBe('visit.planMissing');
    }
  });
});

describe('its visits', () => {
  it('are made once for every centre and wave, each with a trail', async () => {
    await save();
    expect(await plans().make(office, '2026')).toEqual({ made: 6, centres: 3 });
    expect(await plans().make(office, '2026')).toEqual({ made: 0, centres: 0 });
    const made = await visits();
    expect(made.map(({ centre, wave, state }) => `${centre} ${wave} ${state}`)).toEqual(
      ['clinic', 'desk', 'gate'].flatMap((centre) => [`${centre} spring planned`, `${centre} autumn planned`]),
    );
    for (const { due_from, due_to, wave } of made) {
      expect([due_from <= due_to, due_from >= (wave === 'spring' ? '2026-01-05' : '2026-06-29')]).toEqual([true, true]);
    }
    const events = await rooms.sql<{ n: number }>(
      `select count(*)::int as n from visit_events where to_state = 'planned' and role = 'office'`,
    );
    expect(events).toEqual([{ n: 6 }]);
  });

  it('are made once also when two make them at once', async () => {
    await save();
    const made = await Promise.all([plans().make(office, '2026'), plans().make(office, '2026')]);
    expect(made.map((one) => one.made).sort()).toEqual([0, 6]);
    expect(await visits()).toHaveLength(6);
  });

  it('of a new centre and a new wave are added to those there are', async () => {
    await save();
    await plans().make(office, '2026');
    const before = await visits();
    await rooms.sql(
      `insert into centres (id, agency_id, code, channel_type, name_en) select gen_random_uuid(), agency_id, 'hall', 'centre', 'Hall' from centres where code = 'gate'`,
    );
    const { waves } = planDocument() as { waves: object[] };
    const late = { code: 'late', title: { en: 'Late' }, from: '2027-01-04', to: '2027-03-31' };
    await save({ waves: [...waves, late] });
    expect(await plans().make(office, '2026')).toEqual({ made: 3 + 3, centres: 4 });
    expect(await visits()).toEqual(expect.arrayContaining(before));
  });

  it('have two shoppers on one day where they are doubles', async () => {
    await save({ doubles: 0.5, visitsPerWave: 2 });
    await plans().make(office, '2026');
    const pairs = Map.groupBy(
      (await visits()).filter(({ pair }) => pair !== null),
      ({ pair }) => pair,
    );
    expect(pairs.size).toBeGreaterThan(0);
    for (const pair of pairs.values()) {
      expect(pair).toHaveLength(2);
      expect(
        new Set(pair.map(({ centre, wave, due_from, due_to }) => `${centre} ${wave} ${due_from} ${due_to}`)).size,
      ).toBe(1);
    }
  });

  it('keep the plan from changing what they were made by, and from nothing else', async () => {
    await save();
    await plans().make(office, '2026');
    const { waves, scenarios } = planDocument() as {
      waves: { to: string; code: string }[];
      scenarios: { code: string }[];
    };
    for (const [changes, where] of [
      [{ visitsPerWave: 2 }, 'visitsPerWave'],
      [{ timeZone: 'Asia/Muscat' }, 'timeZone'],
      [{ waves: [{ ...waves[0], to: '2026-05-01' }, waves[1]] }, 'waves.spring'],
      [{ waves: [waves[0]] }, 'waves.autumn'],
      [{ scenarios: [scenarios[0]] }, 'scenarios.enquire'],
    ] as const) {
      expect(await faultsOf(save(changes))).toEqual([[where, 'contradicts']]);
    }
    const text = { en: 'In other words', ar: 'بعبارة أخرى' };
    await save({
      rules: { sameCentreDays: 90 },
      graceHours: 0,
      calendar: { holidays: ['2026-12-02'] },
      appeals: { workingDays: 5 },
      checks: { minMinutes: 3 },
      scenarios: scenarios.map((scenario) => ({ ...scenario, title: text })),
      waves: waves.map((wave) => ({ ...wave, title: text })),
      contradictions: [{ instrument: 'small_visit', when: 'queue == "no" && wait > 20', message: text }],
    });
    expect((await plans().find('2026')).plan.rules.sameCentreDays).toBe(90);
  });
});

describe('coverage', () => {
  it('tells planned, done, approved, missing and replaced, by centre and wave', async () => {
    await save();
    const over = { dueFrom: '2026-01-05', dueTo: '2026-06-28', wave: 'spring' };
    for (const state of ['planned', 'returned', 'approved', 'replaced']) await rooms.visit({ ...over, state });
    await rooms.visit({ state: 'assigned' });
    await rooms.visit({ centre: 'clinic' });
    const { total, places } = await plans().coverage('2026');
    expect(total).toEqual({ planned: 5, assigned: 3, done: 2, approved: 1, missing: 1, late: 0, replaced: 1 });
    const none = { assigned: 0, done: 0, approved: 0, missing: 0, late: 0, replaced: 0 };
    expect(places).toEqual([
      { centre: 'clinic', wave: 'autumn', ...none, planned: 1 },
      {
        centre: 'gate',
        wave: 'spring',
        ...none,
        planned: 3,
        assigned: 2,
        done: 2,
        approved: 1,
        missing: 1,
        replaced: 1,
      },
      { centre: 'gate', wave: 'autumn', ...none, planned: 1, assigned: 1 },
    ]);
  });
});

describe('power', () => {
  it('is told from the tallies of the cycle before: 64 visits for half a spread (Cohen 1988)', async () => {
    await save({ visitsPerWave: 32, rules: { daysBetween: 0 } });
    expect(await plans().power('2026')).toMatchObject([
      { centre: 'clinic', spread: null },
      { centre: 'desk' },
      { centre: 'gate' },
    ]);
    // 70, 76 and 82 at the gate: s = 6; one visit at the clinic, whose spread is unknown
    const tally = (centre: string, scores: readonly bigint[], table = 'visit_tallies') =>
      rooms.sql(
        `insert into ${table} (cycle_id, agency_id, centre_id, instrument_id, sheets, counts, sums)
         select cycles.id, agency_id, centres.id, method_versions.id, $2, '{}', $3::numeric[] from cycles, centres, method_versions
         where cycles.key = '2025' and centres.code = $1 and method_versions.code = 'small_visit'`,
        [
          centre,
          scores.length,
          [
            scores.length,
            scores.reduce((a, b) => a + b * 1_000_000n, 0n),
            scores.reduce((a, b) => a + (b * 1_000_000n) ** 2n, 0n),
          ].map(String),
        ],
      );
    await tally('gate', [70n, 76n, 82n]);
    await tally('clinic', [50n]);
    await tally('desk', [60n, 60n, 78n], 'sheet_tallies');
    const [clinic, desk, gate] = await plans().power('2026');
    expect(gate).toMatchObject({ planned: 64, before: 3, spread: 6, from: 'centre', needed: 64 });
    expect(gate?.detectable).toBeLessThanOrEqual(3);
    expect(clinic).toMatchObject({ before: 1, spread: 6, from: 'channelType', needed: 64 });
    expect(desk).toMatchObject({ before: 3, from: 'centre' }); // visits that were imported
    expect(desk?.spread).toBeCloseTo(Math.sqrt(108), 12);
  });
});

describe('a replacement', () => {
  const replace = (id: string, reason = 'The shopper fell ill.') => rooms.get(Replacements).replace(office, id, reason);

  it('takes the place of a visit, in a window that is open', async () => {
    await rooms.plan();
    const id = await rooms.visit({ shopper: 'noor', dueFrom: '2026-01-05', dueTo: '2026-01-18' });
    const next = await replace(id);
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Dubai' }).format(new Date());
    expect(await rooms.visitWith(next.id)).toMatchObject({
      state: 'planned',
      replaces: id,
      shopperId: null,
      scenario: 'renew',
    });
    expect(next.dueFrom).toBe(today);
    expect((Date.parse(next.dueTo) - Date.parse(next.dueFrom)) / 86_400_000).toBe(13);
    expect(await rooms.visitWith(id)).toMatchObject({ state: 'replaced' });
    expect(await rooms.trail(id)).toEqual([
      { to: 'replaced', verb: 'visit.replace', role: 'office', reason: 'The shopper fell ill.' },
    ]);
    expect((await refusalOf(replace(id))).code).toBe('visit.moveRefused');
  });

  it('is refused for what was sent, without a reason, and for what there is not', async () => {
    await rooms.plan();
    const sent = await rooms.visit({ state: 'inReview', shopper: 'noor' });
    expect((await refusalOf(replace(sent))).code).toBe('visit.moveRefused');
    const id = await rooms.visit();
    expect((await refusalOf(replace(id, ' '))).code).toBe('visit.reasonNeeded');
    expect((await refusalOf(replace('6f9619ff-8b86-4d01-b42d-00cf4fc964ff'))).code).toBe('visit.unknown');
    expect(await rooms.sql('select 1 from visits where replaces is not null')).toEqual([]);
  });

  it('stays one of a pair only while the other can be made on the same day', async () => {
    await rooms.plan();
    const pairId = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
    const [first, second] = [await rooms.visit({ pairId }), await rooms.visit({ pairId })];
    expect((await replace(first)).pairId).toBe(pairId);
    await rooms.sql(`update visits set state = 'submitted' where pair_id = $1 and state = 'planned' and id <> $2`, [
      pairId,
      second,
    ]);
    expect((await replace(second)).pairId).toBeNull();
  });
});
