import type { EntityManager } from 'typeorm';
import {
  answeredIn,
  commentsIn,
  contextOf,
  contradictionsOf,
  minutesSpent,
  neighbourOf,
  type CheckContext,
  type EarlierComment,
  type Fingerprint,
  type KnownPhoto,
  type OpeningHours,
  type VisitPlan,
  type Weekday,
} from '#fieldwork';
import { photosAlike, photosKnown } from '#media';
import { findSite } from '#network';
import { type KnownInstruments } from '#schemes';
import { findPlan } from '../plan/visit-plan.queries.js';
import type { StoredReport } from '../review/report.queries.js';
import { findReport } from '../review/report.queries.js';
import type { Visit } from '../visit.entity.js';
import { listElsewhere, listOtherReports, listTimes, type OtherReport } from './check-context.queries.js';

/** How far the checks look around: enough to tell, and bounded. */
const most = { others: 40, comments: 1_000, times: 60, alike: 20 } as const;

/** All that is known around a report. */
export async function checkContextOf(
  db: EntityManager,
  instruments: KnownInstruments,
  visit: Visit,
  report: StoredReport,
): Promise<CheckContext> {
  const plan = (await findPlan(db, visit.cycleId))?.plan ?? null;
  const { compiled } = await instruments.withId(db, visit.instrumentId);
  const others = await listOtherReports(db, visit, report.receivedAt, most.others);
  const hashes = report.content.photos.map(({ hash }) => hash);
  const known = await photosKnown(db, hashes);
  const fingerprints = new Map([...known].map(([hash, { fingerprint }]) => [hash, fingerprint] as const));
  const { replaces } = report.content;
  return {
    ...contextOf(plan?.timeZone ?? 'UTC', plan?.checks ?? null),
    ...windowOf(visit),
    centre: await centreOf(db, visit),
    instrument: compiled,
    contradictions: plan && contradictionsOf(plan.contradictions, compiled.instrument),
    receivedAt: report.receivedAt.toISOString(),
    offsetMs: serverMinusDevice(report.deviceOffsetMs),
    neighbours: others.flatMap((other) => neighbourIn(other) ?? []),
    earlierComments: await commentsOf(db, instruments, others),
    fingerprints,
    photosElsewhere: await elsewhere(db, visit, plan, hashes, fingerprints),
    earlierMinutes: (await listTimes(db, visit, most.times)).flatMap((times) => minutesSpent(times) ?? []),
    replacedSheet: replaces ? ((await findReport(db, visit, replaces))?.content.sheet ?? null) : null,
  };
}

function windowOf({ dueFrom, dueTo, weekday, hourFrom, hourTo }: Visit): Pick<CheckContext, 'window'> {
  return { window: { dueFrom, dueTo, weekday: weekday as Weekday, hourFrom, hourTo } };
}

/** It is kept as device minus server, and compared as server minus device. */
function serverMinusDevice(offsetMs: number | null): number | null {
  return offsetMs === null ? null : -offsetMs;
}

async function centreOf(db: EntityManager, { centreId }: Visit): Promise<CheckContext['centre']> {
  const site = await findSite(db, centreId);
  const { latitude = null, longitude = null } = site ?? {};
  const place = latitude === null || longitude === null ? null : { latitude, longitude };
  return { id: centreId, site: place, hours: (site?.hours as OpeningHours | null | undefined) ?? null };
}

function neighbourIn({ visitId, centreId, content, latitude, longitude, offsetMs }: OtherReport) {
  const site = latitude === null || longitude === null ? null : { latitude, longitude };
  return neighbourOf(visitId, centreId, content, site, serverMinusDevice(offsetMs));
}

async function commentsOf(
  db: EntityManager,
  instruments: KnownInstruments,
  others: readonly OtherReport[],
): Promise<readonly EarlierComment[]> {
  const comments: EarlierComment[] = [];
  for (const { visitId, instrumentId, content } of others) {
    const { compiled } = await instruments.withId(db, instrumentId);
    for (const { text } of commentsIn(answeredIn(compiled, content.sheet))) {
      if (comments.length < most.comments) comments.push({ visit: visitId, comment: text });
    }
  }
  return comments;
}

/** Where the same photos, and photos that look like them, were sent before. */
async function elsewhere(
  db: EntityManager,
  visit: Visit,
  plan: VisitPlan | null,
  hashes: readonly string[],
  fingerprints: ReadonlyMap<string, Fingerprint | null>,
): Promise<readonly KnownPhoto[]> {
  if (hashes.length === 0) return [];
  const alike = new Set(hashes);
  for (const fingerprint of fingerprints.values()) {
    if (typeof fingerprint !== 'string' || !plan) continue;
    const found = await photosAlike(db, fingerprint, plan.checks.photoBits, most.alike);
    for (const { hash } of found) alike.add(hash);
  }
  return listElsewhere(db, visit, [...alike]);
}
