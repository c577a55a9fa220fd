import { randomUUID } from 'node:crypto';
import { evidenceVersion, Database } from '#database';
import { type AssessmentRooms, criteria, freshRooms, office, refusalOf } from './assessment-rooms.js';

const held = freshRooms();

interface Said {
  readonly id?: string;
  readonly centre?: string;
  readonly criterion?: string;
  readonly level?: string | null;
  readonly reason?: string;
}

function sent({
  id = randomUUID(),
  centre = 'gate',
  criterion = 'queue',
  level = 'basic',
  reason = 'Seen.',
}: Said = {}) {
  return { id, cycle: '2026', centre, criterion, level, reason };
}

async function grade(rooms: AssessmentRooms, name: string, said: Said = {}) {
  return rooms.gradings.grade(await rooms.actor(name), sent(said), criteria);
}
async function settle(rooms: AssessmentRooms, name: string, said: Said = {}) {
  return rooms.gradings.settle(await rooms.actor(name), sent(said), criteria);
}
async function selfAssess(rooms: AssessmentRooms, name: string, said: Said = {}) {
  return rooms.gradings.selfAssess(await rooms.actor(name), sent(said), criteria);
}
const sheetOf = async (rooms: AssessmentRooms, name: string, centre = 'gate') =>
  rooms.work.sheet(name === 'office' ? office : await rooms.actor(name), { cycle: '2026', centre });
const seenBy = async (rooms: AssessmentRooms, name: string) =>
  (await sheetOf(rooms, name)).criteria.flatMap(({ gradings }) => gradings.map(({ by }) => by));

describe('a grading', () => {
  it('is stored once, however often it is sent', async () => {
    const { rooms } = held;
    await rooms.assign('gate', 'amal');
    const id = randomUUID();
    const first = await grade(rooms, 'amal', { id });
    const again = await grade(rooms, 'amal', { id });
    expect([again, first.revision]).toEqual([first, 1]);
    expect(await rooms.sql('select id from gradings')).toHaveLength(1);
    for (const other of [{ level: 'leading' }, { reason: 'Other.' }, { criterion: 'greeting' }, { level: null }]) {
      expect((await refusalOf(grade(rooms, 'amal', { id, ...other }))).code).toBe('assessment.idTaken');
    }
  });

  it('is revised by the next, and never rewritten', async () => {
    const { rooms } = held;
    await rooms.assign('gate', 'amal');
    await grade(rooms, 'amal');
    expect((await grade(rooms, 'amal', { level: null })).revision).toBe(2);
    expect(await rooms.settled()).toEqual({ gate: { queue: null } });
    await expect(rooms.sql(`update gradings set level = 'leading'`)).rejects.toThrow('never changed');
    await expect(rooms.sql('delete from gradings')).rejects.toThrow('never changed');
  });

  it('raises the number of the evidence', async () => {
    const { rooms } = held;
    await rooms.assign('gate', 'amal');
    const version = () => rooms.get(Database).read(evidenceVersion);
    const before = await version();
    await grade(rooms, 'amal');
    expect(await version()).toBe(before + 1);
  });

  it.each<[string, Said, object]>([
    ['a criterion there is not', { criterion: 'colour' }, { where: 'criterion', reason: 'unknown' }],
    ['a criterion of other channels', { criterion: 'machine' }, { where: 'criterion', reason: 'unknown' }],
    ['a level there is not', { level: 'splendid' }, { where: 'level', reason: 'notOneOf' }],
    ['no reason', { reason: ' ' }, { where: 'reason', reason: 'missing' }],
    ['too long a reason', { reason: 'a'.repeat(4_001) }, { where: 'reason', reason: 'tooLong' }],
  ])('with %s is refused', async (_, said, fault) => {
    const { rooms } = held;
    await rooms.assign('gate', 'amal');
    const { code, faults } = await refusalOf(grade(rooms, 'amal', said));
    expect([code, faults]).toEqual(['request.invalid', [expect.objectContaining(fault)]]);
  });

  it('of a channel’s own criterion is taken there', async () => {
    const { rooms } = held;
    await rooms.assign('desk', 'amal');
    await grade(rooms, 'amal', { centre: 'desk', criterion: 'machine' });
    expect(await rooms.settled()).toEqual({ desk: { machine: 'basic' } });
  });

  it('of somebody who is not assigned, and of a centre there is not, is refused alike', async () => {
    const { rooms } = held;
    await rooms.assign('gate', 'amal');
    expect((await refusalOf(grade(rooms, 'badr'))).code).toBe('assessment.unknown');
    expect((await refusalOf(grade(rooms, 'amal', { centre: 'nowhere' }))).code).toBe('assessment.unknown');
    expect((await refusalOf(grade(rooms, 'works'))).code).toBe('assessment.notAssigned');
    expect((await refusalOf(rooms.gradings.grade(office, sent(), criteria))).code).toBe('assessment.notAssigned');
  });

  it('comes in time, or when the office extends', async () => {
    const { rooms } = held;
    await rooms.assign('gate', 'amal');
    const gate = { cycle: '2026', centre: 'gate' };
    await rooms.assignments.open(gate, { gradingDueOn: '2026-01-31', selfDueOn: '2026-01-15' });
    expect(await refusalOf(grade(rooms, 'amal'))).toMatchObject({
      code: 'assessment.pastDue',
      params: { due: '2026-01-31' },
    });
    expect((await refusalOf(selfAssess(rooms, 'works'))).code).toBe('assessment.pastDue');
    await rooms.assignments.open(gate, { gradingDueOn: '2099-01-31' });
    await grade(rooms, 'amal');
    expect((await refusalOf(selfAssess(rooms, 'works'))).code).toBe('assessment.pastDue');
  });

  it('sent again after its time gives the receipt', async () => {
    const { rooms } = held;
    await rooms.assign('gate', 'amal');
    const id = randomUUID();
    const receipt = await grade(rooms, 'amal', { id });
    await rooms.assignments.open({ cycle: '2026', centre: 'gate' }, { gradingDueOn: '2026-01-31' });
    expect(await grade(rooms, 'amal', { id })).toEqual(receipt);
  });
});

describe('a self-assessment', () => {
  it('is of one’s own agency, and settles nothing', async () => {
    const { rooms } = held;
    await rooms.assign('gate', 'amal');
    await selfAssess(rooms, 'works');
    expect((await refusalOf(selfAssess(rooms, 'health'))).code).toBe('assessment.unknown');
    expect((await refusalOf(selfAssess(rooms, 'amal'))).code).toBe('assessment.notAssigned');
    expect(await rooms.settled()).toEqual({ gate: {} });
    expect(await seenBy(rooms, 'amal')).toEqual(['self']);
  });
});

describe('two assessors', () => {
  it('do not see each other before both have graded, and then cannot change', async () => {
    const { rooms } = held;
    await rooms.assign('gate', 'amal', 'badr', 'dana');
    await grade(rooms, 'amal');
    expect(await seenBy(rooms, 'amal')).toEqual(['first']);
    expect(await seenBy(rooms, 'badr')).toEqual([]);
    expect(await seenBy(rooms, 'dana')).toEqual([]);
    expect(await rooms.settled()).toEqual({ gate: {} });
    await grade(rooms, 'badr', { criterion: 'greeting' });
    expect(await seenBy(rooms, 'amal')).toEqual(['first']);
    await grade(rooms, 'badr', { level: 'leading' });
    for (const name of ['amal', 'badr', 'dana']) {
      expect(
        (await sheetOf(rooms, name)).criteria.find(({ criterion }) => criterion === 'queue')?.gradings,
      ).toHaveLength(2);
    }
    expect((await refusalOf(grade(rooms, 'amal', { level: 'leading' }))).code).toBe('assessment.bothSubmitted');
  });

  it('settle together where they agree, and the third where they differ', async () => {
    const { rooms } = held;
    await rooms.assign('gate', 'amal', 'badr', 'dana');
    expect((await refusalOf(settle(rooms, 'dana'))).code).toBe('assessment.notBothSubmitted');
    await grade(rooms, 'amal');
    await grade(rooms, 'badr', { level: 'leading' });
    expect(await rooms.settled()).toEqual({ gate: {} });
    expect((await refusalOf(settle(rooms, 'amal'))).code).toBe('assessment.notAssigned');
    expect((await refusalOf(grade(rooms, 'dana'))).code).toBe('assessment.notAssigned');
    await settle(rooms, 'dana', { level: 'maturing' });
    expect(await rooms.settled()).toEqual({ gate: { queue: 'maturing' } });
    await grade(rooms, 'amal', { criterion: 'greeting' });
    await grade(rooms, 'badr', { criterion: 'greeting' });
    expect((await refusalOf(settle(rooms, 'dana', { criterion: 'greeting' }))).code).toBe('assessment.nothingToSettle');
    expect(await rooms.settled()).toEqual({ gate: { queue: 'maturing', greeting: 'basic' } });
  });

  it('grading at the same moment leave two gradings and neither is seen by a late change', async () => {
    const { rooms } = held;
    await rooms.assign('gate', 'amal', 'badr');
    const said = await Promise.allSettled([
      grade(rooms, 'amal'),
      grade(rooms, 'amal', { level: 'developing' }),
      grade(rooms, 'badr'),
      grade(rooms, 'badr', { level: 'leading' }),
    ]);
    const stored = await rooms.sql<{ revision: number }>('select revision from gradings');
    expect(stored).toHaveLength(said.filter(({ status }) => status === 'fulfilled').length);
    expect(await rooms.sql('select distinct account_id from gradings')).toHaveLength(2);
  });
});

describe('what an agency sees', () => {
  it('is its own grading, and what is settled once the cycle is published', async () => {
    const { rooms } = held;
    await rooms.assign('gate', 'amal');
    await selfAssess(rooms, 'works', { level: 'leading' });
    await grade(rooms, 'amal');
    const before = await sheetOf(rooms, 'works');
    expect(before.assessors).toEqual([]);
    expect(before.criteria).toMatchObject([{ gradings: [{ by: 'self', level: 'leading' }], settled: null }]);
    await rooms.sql(`update cycles set published_at = now() where key = '2026'`);
    const { criteria: after } = await sheetOf(rooms, 'works');
    expect(after).toMatchObject([{ gradings: [{ by: 'self' }], settled: { level: 'basic' } }]);
    expect((await refusalOf(sheetOf(rooms, 'health'))).code).toBe('assessment.unknown');
    expect((await refusalOf(sheetOf(rooms, 'badr'))).code).toBe('assessment.unknown');
    expect(await seenBy(rooms, 'office')).toEqual(['self', 'first']);
  });
});

describe('assigning', () => {
  it('the same again changes nothing; somebody else takes the place, and his gradings count', async () => {
    const { rooms } = held;
    await rooms.assign('gate', 'amal');
    await rooms.assign('gate', 'amal');
    await grade(rooms, 'amal');
    expect(await rooms.sql('select slot from assessor_assignments')).toHaveLength(1);
    await rooms.assign('gate', 'badr');
    expect(await rooms.settled()).toEqual({ gate: {} });
    expect((await refusalOf(grade(rooms, 'amal'))).code).toBe('assessment.unknown');
    await grade(rooms, 'badr', { level: 'leading' });
    expect(await rooms.settled()).toEqual({ gate: { queue: 'leading' } });
  });

  it.each([
    ['nobody', 'access.accountUnknown'],
    ['viewer', 'assessment.notAssessor'],
    ['works', 'assessment.notAssessor'],
    ['amal', 'assessment.assignedAlready'],
    ['seconded', 'assessment.conflictOfInterest'],
  ])('%s to the second place is %s', async (assessor, code) => {
    const { rooms } = held;
    await rooms.assign('gate', 'amal');
    const trying = rooms.assignments.assign({ cycle: '2026', centre: 'gate', slot: 'second', assessor });
    expect((await refusalOf(trying)).code).toBe(code);
  });

  it('is to a centre that serves in a cycle there is', async () => {
    const { rooms } = held;
    const to = (cycle: string, centre: string) =>
      refusalOf(rooms.assignments.assign({ cycle, centre, slot: 'first', assessor: 'amal' }));
    expect((await to('1066', 'gate')).code).toBe('cycle.unknown');
    expect((await to('2026', 'nowhere')).code).toBe('centre.unknown');
  });
});

describe('a conflict of interest', () => {
  const declare = (rooms: AssessmentRooms, account: string, agency: string, actor = office) =>
    rooms.assignments.declareConflict(actor, { account, agency, reason: 'A brother works there.' });

  it('ends assignments and sets gradings aside, at that agency only', async () => {
    const { rooms } = held;
    await rooms.assign('gate', 'amal', 'badr');
    await rooms.assign('clinic', 'amal');
    await grade(rooms, 'amal');
    await grade(rooms, 'amal', { centre: 'clinic' });
    expect(await declare(rooms, 'amal', 'WORKS')).toEqual({ ended: 1, setAside: 1 });
    expect(await declare(rooms, 'amal', 'WORKS')).toEqual({ ended: 0, setAside: 0 });
    expect(await rooms.sql('select id from gradings')).toHaveLength(2);
    expect(await rooms.settled()).toEqual({ gate: {}, clinic: { queue: 'basic' } });
    expect((await refusalOf(rooms.assign('gate', 'amal'))).code).toBe('assessment.conflictOfInterest');
    expect((await refusalOf(grade(rooms, 'amal'))).code).toBe('assessment.unknown');
  });

  it('reaches those an agency came from and went on as', async () => {
    const { rooms } = held;
    await rooms.sql(`insert into agencies (id, code, name_en) values (gen_random_uuid(), 'OLD', 'Old'), (gen_random_uuid(), 'OLDER', 'Older');
      insert into successions select old.id, works.id, '2020-01-01' from agencies as old, agencies as works where old.code = 'OLD' and works.code = 'WORKS';
      insert into successions select older.id, old.id, '2010-01-01' from agencies as older, agencies as old where older.code = 'OLDER' and old.code = 'OLD'`);
    await rooms.assign('gate', 'amal');
    await rooms.assign('desk', 'badr');
    expect(await declare(rooms, 'amal', 'OLDER')).toEqual({ ended: 1, setAside: 0 });
    await rooms.sql(
      `update accounts set agency_id = (select id from agencies where code = 'OLDER') where name = 'badr'`,
    );
    const refusal = await refusalOf(grade(rooms, 'badr', { centre: 'desk' }));
    expect(refusal).toMatchObject({
      code: 'assessment.conflictOfInterest',
      params: { assessor: 'badr', agency: 'WORKS' },
    });
  });

  it('may be declared by oneself, and by the office for everybody', async () => {
    const { rooms } = held;
    const amal = await rooms.actor('amal');
    expect(await declare(rooms, 'amal', 'WORKS', amal)).toEqual({ ended: 0, setAside: 0 });
    expect((await refusalOf(declare(rooms, 'badr', 'WORKS', amal))).code).toBe('access.notAllowed');
    expect((await refusalOf(declare(rooms, 'amal', 'NOBODY'))).code).toBe('agency.unknown');
  });

  it('leaves what was published as it was told', async () => {
    const { rooms } = held;
    await rooms.assign('gate', 'amal');
    await grade(rooms, 'amal');
    await rooms.sql(`update cycles set published_at = now() where key = '2026'`);
    expect(await declare(rooms, 'amal', 'WORKS')).toMatchObject({ setAside: 0 });
  });
});

describe('the work list', () => {
  it('shows everybody what is his, what is missing, and until when', async () => {
    const { rooms } = held;
    await rooms.assign('gate', 'amal', 'badr', 'dana');
    await rooms.assign('clinic', 'amal');
    await selfAssess(rooms, 'works');
    await grade(rooms, 'amal');
    await grade(rooms, 'badr', { level: 'leading' });
    const list = async (name: string) =>
      (await rooms.work.list(name === 'office' ? office : await rooms.actor(name), '2026', criteria)).map(
        ({ assessment, slot, done, missing, toSettle, evidenceMissing }) => [
          assessment.centre,
          slot,
          done,
          missing,
          toSettle,
          evidenceMissing,
        ],
      );
    const all = ['leadership', 'queue', 'greeting'];
    expect(await list('amal')).toEqual([
      ['clinic', 'first', [], all, [], ['leadership']],
      ['gate', 'first', ['queue'], ['leadership', 'greeting'], [], ['leadership']],
    ]);
    expect(await list('dana')).toEqual([['gate', 'settler', [], [], ['queue'], ['leadership']]]);
    expect(await list('works')).toEqual([['gate', null, ['queue'], ['leadership', 'greeting'], [], ['leadership']]]);
    expect(await list('eman')).toEqual([]);
    expect((await list('office')).map(([centre]) => centre)).toEqual(['clinic', 'gate']);
    const after = await rooms.work.list(office, '2026', criteria, 'clinic');
    expect(after.map(({ assessment }) => assessment.centre)).toEqual(['gate']);
    expect(await rooms.work.status('2026')).toEqual({
      centres: 2,
      assigned: 2,
      selfAssessed: 1,
      graded: 1,
      settled: 0,
      open: 1,
    });
  });
});
