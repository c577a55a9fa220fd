import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { compileInstrument, contributionOf, packContribution, tallyLayoutOf, type AnswerSheet } from '#instruments';
import { SurveyReleases, SurveyResults } from '#surveys';
import { freshRooms, staffDocument } from './survey-rooms.js';
import { shippedInstrument } from './survey-world.js';

const world = freshRooms();
const release = (now?: Date) => world.rooms.get(SurveyReleases).releaseDue(now);
const results = () => world.rooms.get(SurveyResults).results('staff');
const close = () => world.rooms.sql(`update campaigns set state = 'closed', closed_at = now() where code = 'staff'`);
const instrument = shippedInstrument('employee-happiness-1');
const compiled = compileInstrument(instrument);
const layout = tallyLayoutOf(instrument);
const words = ['strongly_disagree', 'disagree', 'neither', 'agree', 'strongly_agree'];

/** Employees of an agency answer, each a little differently. */
async function answered(agency: string, count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    const engaged = ['pride', 'advocacy', 'attachment', 'inspiration', 'motivation'];
    const sheet: AnswerSheet = {
      answers: Object.fromEntries(engaged.map((item, nth) => [item, { value: words[(at * 3 + nth) % 5] ?? 'agree' }])),
    };
    const contribution = packContribution(contributionOf(layout, compiled, sheet));
    await world.rooms.sql(
      `insert into responses (cycle_id, agency_id, id, place_n, way, language, outcome, segment, standing, consent, sheet, contribution,
         marks, received_at)
       select campaigns.cycle_id, places.agency_id, $2, places.n, 'personal', '', '', '', 0, 1, $3, $4, '{}', now()
       from campaigns join survey_places as places on campaign_id = campaigns.id join agencies on agencies.id = places.agency_id
       where campaigns.code = 'staff' and agencies.code = $1`,
      [agency, randomUUID(), JSON.stringify(sheet), contribution],
    );
  }
}

beforeEach(async () => {
  await world.rooms.campaign(staffDocument());
  await answered('WORKS', 30);
  await answered('HEALTH', 12);
});

describe('results of employees', () => {
  it('are published once: what comes later changes nothing of them, and nobody can', async () => {
    await close();
    expect(await release()).toBe(1);
    const first = await results();
    expect(first.groups.map(({ n }) => n)).toEqual([42, 12, 30]);
    await answered('WORKS', 1);
    await world.rooms.sql(`update responses set standing = 2 where id = (select id from responses limit 1)`);
    expect(await release()).toBe(0);
    expect(await results()).toEqual(first);
    for (const change of ['delete from released_groups', 'update survey_releases set released_at = now()']) {
      await expect(world.rooms.sql(change)).rejects.toThrow('never changed');
    }
    await expect(
      world.rooms.sql(`insert into released_groups select campaign_id, 99, '{}', 9, '{}' from survey_releases`),
    ).rejects.toThrow('released_groups_least');
  });

  it('raise the number of the evidence, so that scorecards are printed anew', async () => {
    await close();
    const version = async () =>
      (await world.rooms.sql<{ version: string }>('select version from evidence'))[0]?.version;
    await results(); // folds
    const before = await version();
    await release();
    expect(Number(await version())).toBe(Number(before) + 1);
  });

  it('come whole or not at all: a worker that is killed in the middle has published nothing, the next one the same', async () => {
    await close();
    const other = new Client({ connectionString: world.rooms.url });
    await other.connect();
    await other.query('begin');
    await other.query('lock table released_groups in access exclusive mode');
    const killed = release().then(
      () => 'published',
      () => 'killed',
    );
    const waiting = `select pg_terminate_backend(pid) as ended from pg_locks join pg_class on pg_class.oid = relation
      where relname = 'released_groups' and not granted`;
    while ((await other.query(waiting)).rowCount === 0);
    expect(await killed).toBe('killed');
    await other.query('rollback');
    expect(await world.rooms.sql('select from survey_releases')).toEqual([]);
    expect(await release()).toBe(1);
    const { groups } = await results();
    await other.query(
      'alter table released_groups disable trigger all; alter table survey_releases disable trigger all',
    );
    await other.query('delete from released_groups; delete from survey_releases');
    await other.end();
    expect(await release()).toBe(1);
    expect((await results()).groups).toEqual(groups);
  });

  it('are empty where nobody answered, also beside a campaign that has some', async () => {
    await close();
    await release();
    await world.rooms.campaign(staffDocument({ code: 'silent' }));
    await world.rooms.sql(`update campaigns set state = 'closed', closed_at = now() where code = 'silent'`);
    expect(await release()).toBe(1);
    expect(await world.rooms.get(SurveyResults).results('silent')).toMatchObject({ state: 'ready', groups: [] });
  });

  it('are made by one worker at a time', async () => {
    await close();
    expect((await Promise.all([release(), release(), release()])).reduce((a, b) => a + b)).toBe(1);
  });

  it('wait for answers that are to be mixed, and for the last one on its way', async () => {
    const [invitation] = await world.rooms.sql<{ id: string }>(
      `insert into survey_invitations (id, campaign_id, place_n, token_hash, language, reference, expires_at)
       select gen_random_uuid(), campaigns.id, places.n, '\\x01', 'ar', 'one', now() from campaigns join survey_places as places on campaign_id = campaigns.id
       where code = 'staff' limit 1 returning id`,
    );
    await world.rooms.sql(`insert into sealed_answers values ($1, '\\x02')`, [invitation?.id]);
    await close();
    const later = new Date(Date.now() + 120_000);
    expect(await release(later)).toBe(0);
    expect(await results()).toMatchObject({ state: 'computing', groups: [] });
    await world.rooms.sql('delete from sealed_answers');
    expect(await release()).toBe(0);
    expect(await release(later)).toBe(1);
  });
});
