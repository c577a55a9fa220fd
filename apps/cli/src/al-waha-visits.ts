import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Accounts, Devices, type Actor } from '#access';
import { Problem } from '#contract';
import { Database } from '#database';
import type { SentVisit } from '#fieldwork';
import { check, type Answers, type CompiledInstrument, type Given } from '#instruments';
import { Uploads } from '#media';
import { Agencies, Sites } from '#network';
import { storedInstrument } from '#schemes';
import {
  AppealDecisions,
  Appeals,
  Extensions,
  OfficeList,
  Releases,
  Reviews,
  ShopperMoves,
  Shoppers,
  Submissions,
  VisitAssignments,
  VisitChecks,
  VisitPlans,
  type VisitLine,
} from '#visits';

const cycle = '2025-26';
const shoppers = [
  ['noor', 'female'],
  ['lina', 'female'],
  ['mariam', 'female'],
  ['omar', 'male'],
  ['zayd', 'male'],
  ['hamad', 'male'],
] as const;
/** Where no town is: somewhere in the open sea. */
const site = { latitude: 12.5, longitude: 61.25 };
const days = { from: '07:30', to: '14:30' };

/** What the makers of the demonstration wrote of visits that were captured on tablets. */
interface Captured {
  readonly instrument: { readonly code: string; readonly version: number };
  readonly visits: readonly { readonly centre: string; readonly day: string; readonly answers: Answers }[];
  readonly appeal: { readonly visit: number; readonly item: string; readonly amended: Given };
}

/**
 * The visits to two centres of the courts, as the platform would have seen them: planned, assigned, sent from tablets, checked,
 * reviewed; those to the first released, one answer appealed against and amended; those to the second still on their way.
 */
export async function loadVisits(rooms: INestApplicationContext, folder: string): Promise<void> {
  const captured = JSON.parse(await readFile(join(folder, `captured-visits-${cycle}.json`), 'utf8')) as Captured;
  const people = await peopleIn(rooms);
  await planned(rooms, folder);
  const lines = await rooms.get(OfficeList).list(cycle, {});
  for (const line of lines) await assign(rooms, people.office, line.id);
  await extend(rooms, people.office);
  const mine = (await rooms.get(OfficeList).list(cycle, {})).filter(({ shopper }) => shopper !== null);
  const first = mine.filter(({ centre }) => centre === 'CO-1');
  const second = mine.filter(({ centre }) => centre === 'CO-2');
  const compiled = await formOf(rooms, captured);
  const photos = await photosIn(folder);
  const sent = { rooms, compiled, photos, captured, people };
  for (const [at, line] of first.entries()) await released(sent, line, at);
  await appealed(sent, first[captured.appeal.visit]);
  await onTheirWay(sent, second);
}

interface People {
  readonly office: Actor;
  readonly reviewer: Actor;
  readonly decider: Actor;
  readonly agency: Actor;
}

interface Sending {
  readonly rooms: INestApplicationContext;
  readonly compiled: CompiledInstrument;
  readonly photos: readonly DemoPhoto[];
  readonly captured: Captured;
  readonly people: People;
}

interface DemoPhoto {
  readonly file: string;
  readonly hash: string;
  readonly bytes: number;
}

async function peopleIn(rooms: INestApplicationContext): Promise<People> {
  const accounts = rooms.get(Accounts);
  for (const [name, gender] of shoppers)
    await rooms.get(Shoppers).save(name, { gender, languages: ['ar', 'en'], active: true });
  const courts = (await rooms.get(Agencies).list()).find(({ code }) => code === 'CO');
  for (const name of ['planner', 'reviewer', 'decider']) await accounts.create(name, 'office');
  await accounts.create('courts', 'agency', courts?.id ?? null);
  return {
    office: await accounts.actorNamed('planner'),
    reviewer: await accounts.actorNamed('reviewer'),
    decider: await accounts.actorNamed('decider'),
    agency: await accounts.actorNamed('courts'),
  };
}

async function planned(rooms: INestApplicationContext, folder: string): Promise<void> {
  const accounts = rooms.get(Accounts);
  const week = { monday: [days], tuesday: [days], wednesday: [days], thursday: [days], friday: [days] };
  for (const [at, centre] of ['CO-1', 'CO-2'].entries()) {
    await rooms.get(Sites).keep(centre, { ...site, latitude: site.latitude + at / 10, hours: week });
  }
  const document = JSON.parse(await readFile(join(folder, `visit-plan-${cycle}.json`), 'utf8')) as unknown;
  await rooms.get(VisitPlans).save(cycle, document);
  await rooms.get(VisitPlans).make(await accounts.actorNamed('planner'), cycle);
}

/** Gives a visit to the first who may make it. */
async function assign(rooms: INestApplicationContext, office: Actor, id: string): Promise<void> {
  for (const [shopper] of shoppers) {
    try {
      await rooms.get(VisitAssignments).assign(office, id, { shopper });
      return;
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'visit.rulesBroken') throw error;
    }
  }
}

/** The cycle is long over when the demonstration is loaded: its visits get the time to be sent all the same. */
async function extend(rooms: INestApplicationContext, office: Actor): Promise<void> {
  const until = Temporal.Now.plainDateISO('Asia/Dubai').add({ days: 14 }).toString();
  const reason = 'The demonstration is loaded after its cycle.';
  for (const { id, state } of await rooms.get(OfficeList).list(cycle, {})) {
    if (state === 'assigned') await rooms.get(Extensions).extend(office, id, { until, reason });
  }
}

function formOf(
  rooms: INestApplicationContext,
  { instrument: { code, version } }: Captured,
): Promise<CompiledInstrument> {
  return rooms.get(Database).read(async (db) => (await storedInstrument(db, code, version)).compiled);
}

async function photosIn(folder: string): Promise<DemoPhoto[]> {
  return Promise.all(
    ['entrance', 'hall', 'ticket'].map(async (name) => {
      const file = join(folder, 'photos', `${name}.jpg`);
      const hash = createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
      return { file, hash, bytes: (await stat(file)).size };
    }),
  );
}

/** A shopper on a tablet of his own; nobody has its token afterwards. */
async function onTablet(rooms: INestApplicationContext, shopper: string): Promise<Actor> {
  const devices = rooms.get(Devices);
  const { code } = await devices.issue(shopper, 'Demonstration');
  const { token } = await devices.enrol(code, '1.0.0');
  return devices.actorOf(token, { appVersion: '1.0.0', waiting: 0, oldestWaitingAt: null });
}

/** Sends a visit as its shopper, photos first. */
async function sentBy({ rooms, compiled, photos, captured }: Sending, line: VisitLine, at: number): Promise<void> {
  const shopper = await onTablet(rooms, line.shopper ?? '');
  for (const { file, hash, bytes } of photos) {
    await rooms.get(Uploads).append(shopper, hash, { offset: 0, total: bytes, content: createReadStream(file) });
  }
  const visit = captured.visits[at % captured.visits.length];
  if (!visit) throw new Error('The demonstration has no such visit');
  const report = randomUUID();
  await rooms.get(Submissions).submit(shopper, report, reportOf(line.id, compiled, photos, { ...captured, visit }));
  await rooms.get(VisitChecks).run({ visit: line.id, report });
}

function reportOf(
  assignment: string,
  compiled: CompiledInstrument,
  photos: readonly DemoPhoto[],
  { instrument, visit: { day, answers } }: Pick<Captured, 'instrument'> & { visit: Captured['visits'][number] },
): SentVisit {
  const time = (clock: string): string => `${day}T${clock}:00+04:00`;
  const shown = withPhotos(compiled, answers, photos);
  const here = { ...site, accuracy: 18 };
  return {
    schema: 'nujoom.visit/1',
    assignment,
    instrument,
    sheet: { answers: shown },
    startedAt: time('08:20'),
    finishedAt: time('09:31'),
    stamps: {
      arrival: time('08:22'),
      ticket: time('08:24'),
      firstContact: time('08:26'),
      counter: time('08:41'),
      end: time('09:02'),
    },
    places: { start: { ...here, at: time('08:22') }, end: { ...here, at: time('09:02') } },
    photos: photos.map(({ hash, bytes }, at) => ({ hash, bytes, takenAt: time(`08:${30 + at}`), blurred: false })),
    clock: { timeZone: 'Asia/Dubai', offsetMs: 1_200, measuredAt: time('07:10') },
    app: { version: '1.0.0', language: 'ar' },
  };
}

/** The answers with a photo wherever the form asks for one. */
function withPhotos(compiled: CompiledInstrument, answers: Answers, photos: readonly DemoPhoto[]): Answers {
  const bare = check(compiled, { answers }, { finished: true }).filter(({ reason }) => reason === 'evidenceNeeded');
  const codes = new Set(bare.map(({ where }) => where.replace(/^answers\.([a-z0-9_]+).*$/, '$1')));
  return Object.fromEntries(
    Object.entries(answers).map(([code, given], at) => {
      const photo = photos[at % photos.length]?.hash ?? '';
      return [code, codes.has(code) ? { ...given, evidence: [photo] } : given];
    }),
  );
}

async function released(sending: Sending, line: VisitLine, at: number): Promise<void> {
  const { rooms, people } = sending;
  await sentBy(sending, line, at);
  await rooms.get(Reviews).open(people.reviewer, line.id);
  await rooms.get(Reviews).approve(people.reviewer, line.id, 8 - (at % 2));
  await rooms.get(Releases).release(people.office, line.id);
}

async function appealed({ rooms, captured: { appeal }, people }: Sending, line: VisitLine | undefined): Promise<void> {
  if (!line) throw new Error('The demonstration has no visit to appeal against');
  const id = randomUUID();
  await rooms.get(Appeals).appeal(people.agency, line.id, id, {
    item: `answers.${appeal.item}`,
    statement: 'سجلات الكاميرا من الساعة 8:41 إلى 9:02 تُظهر أن الموظف كان مهذبًا، وأن الصوت المرتفع كان لمتعامل آخر.',
    evidence: [],
  });
  await rooms.get(AppealDecisions).decide(people.decider, id, {
    decision: 'amended',
    reason: 'شوهد التسجيل: لم يرفع الموظف صوته.',
    answer: appeal.amended,
  });
}

/** One visit returned, one under way, one taken on; the others wait for their shoppers. */
async function onTheirWay(sending: Sending, lines: readonly VisitLine[]): Promise<void> {
  const { rooms, people } = sending;
  const [returned, begun, accepted] = lines;
  const at = new Date().toISOString();
  if (returned) {
    await sentBy(sending, returned, 1);
    await rooms.get(Reviews).open(people.reviewer, returned.id);
    await rooms.get(Reviews).return(people.reviewer, returned.id, {
      reason: 'ملاحظتك عن الانتظار لا تذكر ما رأيته. اذكر عدد الشبابيك المفتوحة وعدد المنتظرين.',
      notes: [{ item: 'answers.centre_open', note: 'هل كان المركز مفتوحًا عند وصولك أم فُتح بعده؟' }],
    });
  }
  for (const [line, moves] of [
    [begun, ['accept', 'start']],
    [accepted, ['accept']],
  ] as const) {
    if (!line) continue;
    const shopper = await rooms.get(Accounts).actorNamed(line.shopper ?? '');
    for (const move of moves) await rooms.get(ShopperMoves)[move](shopper, line.id, { at });
  }
}
