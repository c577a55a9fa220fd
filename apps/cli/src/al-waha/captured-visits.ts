import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Devices, type Actor } from '#access';
import { Database } from '#database';
import type { SentVisit } from '#fieldwork';
import { check, type Answers, type CompiledInstrument, type Given } from '#instruments';
import { Uploads } from '#media';
import { storedInstrument } from '#schemes';
import { Submissions, VisitChecks, type VisitLine } from '#visits';
import { site } from './planned-visits.js';

/** What the makers of the demonstration wrote of visits that were captured on tablets. */
export interface Captured {
  readonly instrument: { readonly code: string; readonly version: number };
  readonly visits: readonly { readonly centre: string; readonly day: string; readonly answers: Answers }[];
  readonly appeal: { readonly visit: number; readonly item: string; readonly amended: Given };
}

interface DemoPhoto {
  readonly file: string;
  readonly hash: string;
  readonly bytes: number;
}

/** All that is needed to send a visit of the demonstration. */
export interface Sending {
  readonly rooms: INestApplicationContext;
  readonly captured: Captured;
  readonly compiled: CompiledInstrument;
  readonly photos: readonly DemoPhoto[];
}

/** Reads what was captured, with its form and its photos. */
export async function sendingOf(
  rooms: INestApplicationContext,
  { cycle, folder }: { readonly cycle: string; readonly folder: string },
): Promise<Sending> {
  const captured = JSON.parse(await readFile(join(folder, `captured-visits-${cycle}.json`), 'utf8')) as Captured;
  return { rooms, captured, compiled: await formOf(rooms, captured), photos: await photosIn(folder) };
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
export async function sendAs(
  { rooms, compiled, photos, captured }: Sending,
  line: VisitLine,
  at: number,
): Promise<void> {
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
  const codes = new Set(bare.map(({ where }) => where.replace(/^answers\.([a-z0-9_]+).*$/s, '$1')));
  return Object.fromEntries(
    Object.entries(answers).map(([code, given], at) => {
      const photo = photos[at % photos.length]?.hash ?? '';
      return [code, codes.has(code) ? { ...given, evidence: [photo] } : given];
    }),
  );
}
