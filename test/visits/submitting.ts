import { createHash, randomUUID } from 'node:crypto';
import { Actor } from '#access';
import type { SentVisit, VisitReceipt } from '#fieldwork';
import { Submissions } from '#visits';
import { sentVisit, type VisitRooms } from './visit-rooms.js';

/** A shopper on a device of his own. */
export async function shopperOn(rooms: VisitRooms, name: string): Promise<Actor> {
  const { accountId, role } = await rooms.actor(name);
  const [device] = await rooms.sql<{ id: string }>(
    `insert into devices (id, account_id, label, token_hash) values (gen_random_uuid(), $1, $2, sha256($3::bytea)) returning id`,
    [accountId, `${name}’s tablet`, randomUUID()],
  );
  return new Actor(accountId, name, role, null, device?.id ?? null);
}

/** What a device reads of a server: a document that went through JSON. */
export const asJson = <T>(document: T): T => JSON.parse(JSON.stringify(document)) as T;

/** Sends a report. @returns its receipt, and whether it was new */
export function send(
  rooms: VisitRooms,
  shopper: Actor,
  report: string,
  document: SentVisit,
): Promise<{ receipt: VisitReceipt; isNew: boolean }> {
  return rooms.get(Submissions).submit(shopper, report, asJson(document));
}

/** A planned visit of a shopper with its first report. */
export async function submitted(
  rooms: VisitRooms,
  shopper: Actor,
  changes: Partial<SentVisit> = {},
  sketch: Parameters<VisitRooms['visit']>[0] = {},
): Promise<{ visit: string; report: string }> {
  const visit = await rooms.visit({ shopper: shopper.name, ...sketch });
  const report = randomUUID();
  await send(rooms, shopper, report, sentVisit(visit, changes));
  return { visit, report };
}

/** Puts a photo there as if it had been sent whole. @returns its hash */
export async function photoOf(rooms: VisitRooms, who: Actor, content: string): Promise<string> {
  const hash = createHash('sha256').update(content).digest('hex');
  await rooms.sql(`insert into media_files (hash, kind, bytes) values ($1, 'jpeg', 1000) on conflict do nothing`, [
    hash,
  ]);
  await rooms.sql('insert into media_senders (hash, account_id) values ($1, $2) on conflict do nothing', [
    hash,
    who.accountId,
  ]);
  return hash;
}

/** How a report names a photo. */
export const photo = (hash: string) => ({ hash, bytes: 1000, takenAt: '2026-11-23T09:10:00+04:00', blurred: false });
