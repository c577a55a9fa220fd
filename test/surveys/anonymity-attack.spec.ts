import { randomInt } from 'node:crypto';
import { AnonymousAnswers, AnswerMix } from '#surveys';
import { inviteStaff, openStaff, staffSheet, type Employee } from './inviting.js';
import { linkers, placeOf, rankCorrelation, type DumpedRow } from './linker.js';
import { SurveyRooms } from './survey-rooms.js';

/** Ten thousand in the drill `anonymity`. */
const people = Number(process.env['ATTACKED_PEOPLE'] ?? 1_050);

/** Everything was answered and mixed; these are the orders that logs outside would hold. */
const author = `sheet->'answers'->'improve_one_thing'->>'value'`;
let rooms: SurveyRooms;
let log: readonly Employee[];
let batches: number;

const rows = <Row>(text: string) => rooms.sql<Row>(text);

/** People answer in an order of their own; a mix happens now and then; then the campaign ends. */
beforeAll(async () => {
  rooms = await SurveyRooms.open();
  const campaign = await openStaff(rooms);
  const staff = await inviteStaff(rooms, people);
  log = staff.map((one) => ({ one, at: Math.random() })).sort((a, b) => a.at - b.at).map(({ one }) => one); // prettier-ignore
  const answers = rooms.get(AnonymousAnswers);
  const mix = rooms.get(AnswerMix);
  for (const waiting = [...log]; waiting.length > 0;) {
    for (const { token, reference } of waiting.splice(0, randomInt(40, 160))) {
      await answers.submit({ token, sheet: staffSheet(reference), consent: 1 });
    }
    await mix.mix(campaign);
  }
  await mix.mix(campaign, new Date('2100-01-02T00:00:00Z'));
  batches = (await rows('select distinct xmin::text from responses')).length;
});
afterAll(() => rooms.close());

/** The participants, with the order of the log at the side; and, which no dump tells, with the batch that holds their answer. */
async function participants(): Promise<DumpedRow[]> {
  const found = await rows<{ person: string; ctid: string; xmin: string; id: string; hash: string }>(
    `select reference as person, invitations.ctid::text, responses.xmin::text, invitations.id::text, token_hash::text as hash
     from survey_invitations as invitations join responses on ${author} = reference where answered`,
  );
  return found.map(({ id, hash, ...row }) => ({ ...row, keys: { id, hash, log: logOrder(row.person) } }));
}

async function stored(): Promise<DumpedRow[]> {
  const found = await rows<{ person: string; ctid: string; xmin: string; id: string; hash: string }>(
    `select ${author} as person, ctid::text, xmin::text, id::text, md5(sheet::text) as hash from responses`,
  );
  return found.map(({ id, hash, ...row }) => ({ ...row, keys: { id, hash } }));
}

function logOrder(person: string): string {
  return String(log.findIndex(({ reference }) => reference === person)).padStart(6, '0');
}

/** How often each value stands in a table, in whatever column. */
async function valuesIn(table: string): Promise<ReadonlyMap<string, number>> {
  const found = await rows<{ value: string; n: number }>(
    `select value, count(*)::integer as n from ${table} as one, jsonb_each_text(to_jsonb(one)) where value is not null group by value`,
  );
  return new Map(found.map(({ value, n }) => [value, n]));
}

/** Values that stand in both tables, and in one of them in fewer than ten rows: by them a row of one finds its row of the other. */
async function rareInCommon(one: string, other: string): Promise<string[]> {
  const [left, right] = [await valuesIn(one), await valuesIn(other)];
  return [...left].flatMap(([value, n]) =>
    right.has(value) && Math.min(n, right.get(value) ?? 0) < 10 ? [value] : [],
  );
}

describe('whoever has a whole dump, the order of the links in a log, and even knows whose answers a batch holds', () => {
  it('ties answers to people no better than by guessing', async () => {
    const [left, right] = [await participants(), await stored()];
    expect([left.length, right.length]).toEqual([people, people]);
    // By chance one of each batch is right (1/n of n), with a deviation of one each. There are 96 tries here, so 3 σ would be passed
    // by luck now and then; 6 σ are not.
    const most = batches + 6 * Math.sqrt(batches);
    expect(linkers(left, right).filter((one) => one.right > most)).toEqual([]);
    expect(most / people).toBeLessThan(0.1);
  });

  it('ties every answer to its person where answers are stored as they come', async () => {
    await rows(
      'create table naive_invitations (id uuid primary key, person text, answered boolean not null default false)',
    );
    await rows('create table naive_responses (id uuid primary key default gen_random_uuid(), person text)');
    await rows('insert into naive_invitations select id, reference from survey_invitations');
    for (const { reference } of log) {
      await rows(`with done as (update naive_invitations set answered = true where person = '${reference}' returning person)
        insert into naive_responses (person) select person from done`);
    }
    const naive = async (table: string) => {
      const found = await rows<Omit<DumpedRow, 'keys'>>(`select person, ctid::text, xmin::text from ${table}`);
      return found.map((row): DumpedRow => ({ ...row, keys: { log: logOrder(row.person) } }));
    };
    const found = linkers(await naive('naive_invitations'), await naive('naive_responses'));
    const right = (how: string) => found.find((one) => one.how === how)?.right;
    expect(right('by transaction: ctid, ctid, 1')).toBe(people);
    expect(right('together: log, ctid, 1')).toBe(people);
    expect(await rareInCommon('naive_invitations', 'naive_responses')).toHaveLength(people);
  });

  it('learns nothing from where rows lie', async () => {
    const right = [...(await stored())].sort((a, b) => (placeOf(a.ctid) < placeOf(b.ctid) ? -1 : 1));
    for (const [, batch] of Map.groupBy(right, ({ xmin }) => xmin)) {
      const lying = batch.map(({ person }) => person);
      const here = new Set(lying);
      const orders = [
        log.map(({ reference }) => reference).filter((person) => here.has(person)),
        [...lying].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })),
      ];
      for (const order of orders) {
        expect(Math.abs(rankCorrelation(lying, order)) * Math.sqrt(lying.length - 1)).toBeLessThan(5.5);
      }
    }
  });

  it('is not told by the marks of participation whose answers a batch holds', async () => {
    const [told] = await rows<{ same: number }>(
      `select count(*) filter (where invitations.xmin::text = responses.xmin::text)::integer as same
       from survey_invitations as invitations join responses on ${author} = reference`,
    );
    // All but those that stayed behind for another batch, of which each but the last has ten.
    expect(told?.same).toBeLessThan(people - 4 * (batches - 1));
  });

  it('finds batches of ten or more, and none of a moment', async () => {
    const sizes = await rows<{ n: number }>('select count(*)::integer as n from responses group by xmin::text');
    expect(Math.min(...sizes.map(({ n }) => n))).toBeGreaterThanOrEqual(10);
    const [times] = await rows<{ n: number }>('select count(distinct received_at)::integer as n from responses');
    expect(times?.n).toBeLessThanOrEqual(3);
  });

  it('finds no value in common that fewer than ten people share', async () => {
    expect(await rareInCommon('survey_invitations', 'responses')).toEqual([]);
  });

  it('finds no trace of answers elsewhere', async () => {
    const tables = await rows<{ name: string }>(
      `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
         and table_name not in ('responses', 'survey_invitations') and table_name not like 'naive%'`,
    );
    const [known] = await rows<{ id: string; invitation: string }>(
      'select responses.id, survey_invitations.id as invitation from responses, survey_invitations limit 1',
    );
    for (const { name } of tables) {
      const [found] = await rows<{ n: number }>(
        `select count(*)::integer as n from ${name} as one
         where one::text like '%${known?.id}%' or one::text like '%${known?.invitation}%' or one::text like '%WORKS-%'`,
      );
      expect([name, found?.n]).toEqual([name, 0]);
    }
  });
});
