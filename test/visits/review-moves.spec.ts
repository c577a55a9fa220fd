import { randomUUID } from 'node:crypto';
import { transitions, visitStates, type VisitState, type VisitVerb } from '#fieldwork';
import type { Answer, Browser } from '../api/browser.js';
import { sentVisit } from './visit-rooms.js';
import { visitApi, type VisitApi } from './visit-api.js';

let api: VisitApi;
beforeAll(async () => void (api = await visitApi()), 60_000);

/** A visit put into a state as if it had come there, with a report and, where there may be one, an open appeal. */
interface Standing {
  readonly visit: string;
  readonly report: string;
  readonly appeal: string;
}

const withReport: readonly VisitState[] = visitStates.slice(visitStates.indexOf('submitted'));
const afterRelease: readonly VisitState[] = ['released', 'appealed', 'underReview', 'upheld', 'amended', 'locked'];

async function standing(state: VisitState): Promise<Standing> {
  const visit = await api.visit({ shopper: state === 'planned' ? null : 'noor' });
  const [report, appeal] = [randomUUID(), randomUUID()];
  if (withReport.includes(state)) {
    const sent = await api
      .browser()
      .ask('PUT', `/api/v1/visits/${report}`, { body: sentVisit(visit), headers: api.tablet });
    if (sent.status !== 201) throw new Error(sent.text);
  }
  const isReleased = afterRelease.includes(state);
  const until = state === 'released' || state === 'upheld' || state === 'amended' ? '2026-01-01' : '2099-01-01';
  await api.sql(
    `update visits set state = $2, released_at = case when $3 then now() end, appeal_until = case when $3 then $4::date end where id = $1`,
    [visit, state, isReleased, until],
  );
  if (state === 'appealed' || state === 'underReview') {
    await api.sql(
      `insert into visit_appeals (cycle_id, agency_id, id, visit_id, report_id, item, statement, evidence, account_id)
       select cycle_id, agency_id, $2, id, report_id, 'answers.wait', 'No.', '{}', shopper_id from visits where id = $1`,
      [visit, appeal],
    );
  }
  return { visit, report, appeal };
}

type Do = (at: Standing) => Promise<Answer>;

const ask = (who: Browser, method: string, path: string, body: unknown, headers = {}) =>
  who.ask(method, `/api/v1/${path}`, { body, headers });
const office = (method: string, path: (at: Standing) => string, body: unknown = {}): Do => (at) => ask(api.people.rania, method, path(at), body); // prettier-ignore
const tablet =
  (path: string, body: object): Do =>
  ({ visit }) =>
    ask(api.browser(), 'PUT', `assignments/${visit}/${path}`, { at: '2026-11-23T09:00:00Z', ...body }, api.tablet);
const reason = { reason: 'So it is.' };

/** One way to make each move, by its verb and where it leads; every reason is given. */
const ways: readonly { readonly verb: VisitVerb; readonly to: readonly VisitState[]; readonly does: Do }[] = [
  { verb: 'visit.assign', to: ['assigned'], does: office('PUT', ({ visit }) => `visits/${visit}/shopper`, { shopper: 'lina', exception: 'A test.' }) }, // prettier-ignore
  { verb: 'visit.assign', to: ['planned'], does: office('POST', ({ visit }) => `visits/${visit}/withdrawal`, reason) },
  { verb: 'visit.accept', to: ['accepted'], does: tablet('acceptance', {}) },
  { verb: 'visit.start', to: ['inProgress'], does: tablet('start', {}) },
  { verb: 'visit.decline', to: ['planned'], does: tablet('refusal', reason) },
  { verb: 'visit.submit', to: ['submitted'], does: submit },
  { verb: 'visit.review', to: ['inReview'], does: office('POST', ({ visit }) => `visits/${visit}/review`) },
  { verb: 'visit.return', to: ['returned'], does: office('POST', ({ visit }) => `visits/${visit}/return`, { ...reason, notes: [] }) }, // prettier-ignore
  { verb: 'visit.approve', to: ['approved'], does: office('POST', ({ visit }) => `visits/${visit}/approval`) },
  { verb: 'visit.reopen', to: ['inReview'], does: office('POST', ({ visit }) => `visits/${visit}/reopening`, reason) },
  { verb: 'visit.void', to: ['voided'], does: office('POST', ({ visit }) => `visits/${visit}/voiding`, reason) },
  { verb: 'visit.release', to: ['released'], does: office('POST', ({ visit }) => `visits/${visit}/release`) },
  { verb: 'visit.appeal', to: ['appealed'], does: appeal },
  { verb: 'visit.decide', to: ['upheld', 'amended', 'voided'], does: ({ appeal: id }) => ask(api.people.sami, 'PUT', `appeals/${id}/decision`, { decision: 'upheld', ...reason }) }, // prettier-ignore
  { verb: 'visit.lock', to: ['locked'], does: office('POST', ({ visit }) => `visits/${visit}/lock`) },
  {
    verb: 'visit.replace',
    to: ['replaced'],
    does: office('POST', ({ visit }) => `visits/${visit}/replacement`, reason),
  },
];

async function submit({ visit }: Standing): Promise<Answer> {
  const [row] = await api.sql<{ report: string | null }>('select report_id as report from visits where id = $1', [
    visit,
  ]);
  const mends = row?.report ? { replaces: row.report, ...reason } : {};
  return ask(api.browser(), 'PUT', `visits/${randomUUID()}`, sentVisit(visit, mends), api.tablet);
}

/** Within the time for appeals, which the other moves have behind them. */
async function appeal({ visit }: Standing): Promise<Answer> {
  await api.sql(`update visits set appeal_until = '2099-01-01' where id = $1 and released_at is not null`, [visit]);
  const objection = { item: 'answers.clean', statement: 'No.', evidence: [] };
  return ask(api.people.works, 'PUT', `visits/${visit}/appeals/${randomUUID()}`, objection);
}

const stateOf = async (visit: string) =>
  (await api.sql<{ state: VisitState }>('select state from visits where id = $1', [visit]))[0]?.state;

/** What is told twice, or to more than one item, is no error and moves nothing. */
const isTolerated = (verb: VisitVerb, from: VisitState) =>
  verb === 'visit.accept' ||
  verb === 'visit.start' ||
  (verb === 'visit.appeal' && (from === 'appealed' || from === 'underReview'));

describe('every move from every state, over HTTP', () => {
  it.each(visitStates)(
    'from %s: those of the table are made, all others refused',
    async (from) => {
      const tried = ways.map(async ({ verb, to, does }) => {
        const at = await standing(from);
        const { status, json } = await does(at);
        const path = verb === 'visit.decide' && from === 'appealed' ? ('underReview' as const) : from;
        const isInTable = transitions.some((one) => one.verb === verb && one.from === path && to.includes(one.to));
        const now = await stateOf(at.visit);
        const told = `${from} ${verb} ${to.join()}: ${status} ${String((json as { code?: string } | undefined)?.code)} ${String(now)}`;
        if (isInTable) {
          expect(told).toMatch(/: 20[014] /);
          expect(to).toContain(now);
        } else {
          expect(now).toBe(from);
          if (!isTolerated(verb, from))
            expect(told).toMatch(
              /: (409 visit\.moveRefused|404 visit\.(unknown|appealUnknown)|409 visit\.appealOpen) /,
            );
        }
      });
      await Promise.all(tried);
    },
    60_000,
  );

  it('knows a way for every verb of the table', () => {
    const verbs = new Set(transitions.flatMap(({ verb }) => verb ?? []));
    expect(new Set(ways.map(({ verb }) => verb))).toEqual(verbs);
  });

  it('nothing that needs a reason is done without', async () => {
    const needing: readonly [VisitState, string, object][] = [
      ['inReview', 'return', { notes: [] }],
      ['inReview', 'voiding', {}],
      ['approved', 'reopening', {}],
      ['voided', 'replacement', {}],
      ['assigned', 'withdrawal', {}],
    ];
    for (const [state, path, body] of needing) {
      const { visit } = await standing(state);
      for (const given of [{}, { reason: '' }, { reason: ' ' }]) {
        const { status } = await ask(api.people.rania, 'POST', `visits/${visit}/${path}`, { ...body, ...given });
        expect([path, status, await stateOf(visit)]).toEqual([path, 400, state]);
      }
    }
  });
});

describe('a move by somebody else', () => {
  it('is refused: the office’s to agencies and shoppers, and all to visitors', async () => {
    const at = await standing('checked');
    const moves = ['review', 'return', 'approval', 'reopening', 'voiding', 'release', 'lock'];
    for (const path of moves) {
      for (const who of [api.people.works, api.people.health]) {
        const { status } = await ask(who, 'POST', `visits/${at.visit}/${path}`, {});
        expect([path, status]).toEqual([path, 403]);
      }
      const { status } = await ask(api.browser(), 'POST', `visits/${at.visit}/${path}`, {}, api.tablet);
      expect([path, status]).toEqual([path, 403]);
      expect((await ask(api.browser(), 'POST', `visits/${at.visit}/${path}`, {})).status).toBe(401);
    }
    expect(await stateOf(at.visit)).toBe('checked');
  });

  it('is refused: an appeal to another agency, to the office and to shoppers', async () => {
    const { visit } = await standing('released');
    const objection = { item: 'answers.clean', statement: 'No.', evidence: [] };
    const path = `visits/${visit}/appeals/${randomUUID()}`;
    expect((await ask(api.people.health, 'PUT', path, objection)).json.code).toBe('visit.unknown');
    expect((await ask(api.people.rania, 'PUT', path, objection)).json.code).toBe('visit.unknown');
    expect((await ask(api.browser(), 'PUT', path, objection, api.tablet)).status).toBe(403);
  });
});

type Shown = Readonly<Record<string, unknown>>;

function idsIn(list: unknown): readonly string[] {
  return (list as { id: string }[]).map(({ id }) => id);
}

describe('what each side reads', () => {
  it('the office: queue, sheet with findings in its language, appeals, numbers, agreement', async () => {
    const { visit } = await standing('checked');
    await api.sql(
      `insert into visit_findings (cycle_id, agency_id, report_id, visit_id, place, code, item, params)
       select cycle_id, agency_id, report_id, id, 0, 'tooShort', null, '{"minutes": 3, "least": 8}' from visits where id = $1`,
      [visit],
    );
    const get = async (path: string) => (await api.people.rania.get(`/api/v1/${path}`)).json as Shown;
    expect(idsIn(await get('cycles/2026/review-queue?state=checked'))).toContain(visit);
    const sheet = await get(`visits/${visit}/review?language=ar`);
    expect(sheet.findings).toMatchObject([{ code: 'tooShort', weight: 'serious', text: expect.stringMatching(/[\u0600-\u06ff]/) }]); // prettier-ignore
    expect(Array.isArray(await get('cycles/2026/appeals?open=yes'))).toBe(true);
    expect(await get('cycles/2026/appeal-statistics')).toMatchObject({ appeals: expect.any(Number), agencies: expect.any(Array) }); // prettier-ignore
    expect(await get('cycles/2026/agreement')).toMatchObject({ instruments: [], shoppers: expect.any(Array) });
  });

  it('the agency: its released visits; of others nothing', async () => {
    const { visit } = await standing('released');
    const { visit: hidden } = await standing('approved');
    const works = async (path: string) => (await api.people.works.get(`/api/v1/${path}`)).json as Shown;
    const released = idsIn(await works('cycles/2026/released-visits'));
    expect(released).toContain(visit);
    expect(released).not.toContain(hidden);
    expect(await works(`visits/${visit}/released`)).toMatchObject({ id: visit, centre: { code: 'gate' } });
    expect((await works(`visits/${hidden}/released`)).code).toBe('visit.unknown');
    expect((await works(`visits/${visit}/review`)).code).toBe('access.notAllowed');
    expect((await works(`visits/${visit}/photos/${'0'.repeat(64)}`)).code).toBe('media.unknown');
    expect((await api.people.health.get(`/api/v1/visits/${visit}/released`)).json.code).toBe('visit.unknown');
  });
});
