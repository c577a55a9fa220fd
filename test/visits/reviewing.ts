import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import type { SentVisit } from '#fieldwork';
import { Releases, Reviews, VisitChecks } from '#visits';
import { submitted } from './submitting.js';
import type { VisitRooms } from './visit-rooms.js';

export interface Sent {
  readonly visit: string;
  readonly report: string;
}

/** A visit to be sent and looked at: by whom, with which report, planned how. */
type ToReview = [
  rooms: VisitRooms,
  shopper: Actor,
  reviewer: Actor,
  changes?: Partial<SentVisit>,
  sketch?: Parameters<VisitRooms['visit']>[0],
];

/** A visit whose report was looked at by itself. */
export async function checked(
  rooms: VisitRooms,
  shopper: Actor,
  changes: Partial<SentVisit> = {},
  sketch: ToReview[4] = {},
): Promise<Sent> {
  const sent = await submitted(rooms, shopper, changes, sketch);
  await rooms.get(VisitChecks).run(sent);
  return sent;
}

/** A visit under review. */
export async function opened(...[rooms, shopper, reviewer, ...planned]: ToReview): Promise<Sent> {
  const sent = await checked(rooms, shopper, ...planned);
  await rooms.get(Reviews).open(reviewer, sent.visit);
  return sent;
}

/** A visit that counts. */
export async function approved(...toReview: ToReview): Promise<Sent> {
  const [rooms, , reviewer] = toReview;
  const sent = await opened(...toReview);
  await rooms.get(Reviews).approve(reviewer, sent.visit, 8);
  return sent;
}

/** A visit that its agency sees. */
export async function released(...toReview: ToReview): Promise<Sent> {
  const [rooms, , reviewer] = toReview;
  const sent = await approved(...toReview);
  await rooms.get(Releases).release(reviewer, sent.visit);
  return sent;
}

/** An edit by the office, under a new id. */
export function edit(rooms: VisitRooms, reviewer: Actor, visit: string, sheet: unknown, reason = 'A slip.') {
  return rooms.get(Reviews).edit(reviewer, visit, randomUUID(), { reason, sheet });
}

/** The sum of overall scores in the tallies of the cycle 2026, in millionths, and how many sheets they hold. */
export async function tallied(rooms: VisitRooms): Promise<{ sheets: number; n: string; sum: string }> {
  const [row] = await rooms.sql<{ sheets: number; n: string; sum: string }>(
    `select coalesce(sum(sheets), 0)::int as sheets, coalesce(sum(sums[1]), 0)::text as n, coalesce(sum(sums[2]), 0)::text as sum from visit_tallies`,
  );
  return row ?? { sheets: 0, n: '0', sum: '0' };
}
