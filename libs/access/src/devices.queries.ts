import type { EntityManager } from 'typeorm';
import type { SignedIn } from './sessions.queries.js';

/** An enrolled device, as the office lists it. */
export interface Device {
  readonly id: string;
  /** The name of the account it acts for. */
  readonly shopper: string;
  readonly label: string;
  readonly enrolledAt: Date;
  /** Its last contact. */
  readonly seenAt: Date;
  readonly revokedAt: Date | null;
  readonly appVersion: string | null;
  /** How many visits waited on it to be sent when it last spoke; null: it did not say. */
  readonly waiting: number | null;
  readonly oldestWaitingAt: Date | null;
}

/** What a device says of itself with every request. */
export interface DeviceReport {
  readonly appVersion: string | null;
  readonly waiting: number | null;
  /** ISO instant. */
  readonly oldestWaitingAt: string | null;
}

export async function insertEnrolment(
  db: EntityManager,
  { secret, accountId, label, hours }: { secret: Buffer; accountId: string; label: string; hours: number },
): Promise<Date> {
  const [row] = await db.query<{ expiresAt: Date }[]>(
    `insert into device_enrolments (secret_hash, account_id, label, expires_at)
     values ($1, $2, $3, now() + make_interval(hours => $4)) returning expires_at as "expiresAt"`,
    [secret, accountId, label, hours],
  );
  return row?.expiresAt ?? new Date();
}

/** Enrols a device by an unused secret that has not expired; null when there is none. Two tries at once: one gets it. */
export async function enrolDevice(
  db: EntityManager,
  { secret, id, token, appVersion }: { secret: Buffer; id: string; token: Buffer; appVersion: string },
): Promise<{ shopper: string } | null> {
  const [open] = await db.query<{ accountId: string; label: string; shopper: string }[]>(
    `select account_id as "accountId", label, accounts.name as shopper
     from device_enrolments join accounts on accounts.id = account_id
     where secret_hash = $1 and device_id is null and expires_at > now() for update of device_enrolments`,
    [secret],
  );
  if (!open) return null;
  await db.query('insert into devices (id, account_id, label, token_hash, app_version) values ($1, $2, $3, $4, $5)', [
    id,
    open.accountId,
    open.label,
    token,
    appVersion,
  ]);
  await db.query('update device_enrolments set device_id = $2 where secret_hash = $1', [secret, id]);
  return { shopper: open.shopper };
}

/** A device's account, whether it was revoked, and its id; null for a token that is none. Its contact is noted. */
export async function findDevice(
  db: EntityManager,
  token: Buffer,
  { appVersion, waiting, oldestWaitingAt }: DeviceReport,
): Promise<(SignedIn & { deviceId: string; revoked: boolean }) | null> {
  const [found] = await db.query<(SignedIn & { deviceId: string; revoked: boolean })[]>(
    `with device as (
       select id, account_id, revoked_at is not null as revoked from devices where token_hash = $1
     ), seen as (
       update devices set seen_at = now(), app_version = coalesce($2, app_version), waiting = coalesce($3, waiting),
         oldest_waiting_at = case when $3::integer is null then oldest_waiting_at else $4::timestamptz end
       where id in (select id from device where not revoked)
         and (seen_at < now() - interval '30 seconds' or waiting is distinct from coalesce($3, waiting)
           or app_version is distinct from coalesce($2, app_version))
     )
     select accounts.id, accounts.name, accounts.role, accounts.agency_id as "agencyId", device.id as "deviceId", revoked
     from device join accounts on accounts.id = device.account_id`,
    [token, appVersion, waiting, oldestWaitingAt],
  );
  return found ?? null;
}

/** All devices, the one seen last first; at most 1,000. */
export function listDevices(db: EntityManager): Promise<Device[]> {
  return db.query<Device[]>(
    `select devices.id, accounts.name as shopper, label, enrolled_at as "enrolledAt", seen_at as "seenAt",
       revoked_at as "revokedAt", app_version as "appVersion", waiting, oldest_waiting_at as "oldestWaitingAt"
     from devices join accounts on accounts.id = devices.account_id order by seen_at desc, devices.id limit 1000`,
  );
}

/** Revokes a device; once more changes nothing. @returns whether there is one */
export async function revokeDevice(db: EntityManager, id: string): Promise<boolean> {
  const [rows] = await db.query<[unknown[], number]>(
    'update devices set revoked_at = coalesce(revoked_at, now()) where id::text = lower($1) returning id',
    [id],
  );
  return rows.length > 0;
}
