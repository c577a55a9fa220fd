import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem } from '#contract';
import { Database } from '#database';
import { Accounts } from './accounts.js';
import { actorOf, visitor, type Actor } from './actor.js';
import {
  enrolDevice,
  findDevice,
  insertEnrolment,
  listDevices,
  revokeDevice,
  type Device,
  type DeviceReport,
} from './devices.queries.js';
import { enrolmentHash, newEnrolmentCode } from './enrolment-code.js';
import { newToken, tokenHash } from './secret-token.js';

/** A code that enrols one device. It is told here and kept nowhere. */
export interface Enrolment {
  readonly code: string;
  readonly expiresAt: Date;
}

/** What a device is given when it enrols. The token is told here and kept nowhere. */
export interface EnrolledDevice {
  readonly device: string;
  readonly token: string;
  /** The account it acts for. */
  readonly shopper: string;
}

/** A code is scanned within a day of being made. */
const codeHours = 24;
/** How long a device is taken for who it was, in ms: as long a revoked one may still speak. */
const memory = { age: 1_000, most: 5_000 } as const;

interface Known {
  readonly actor: Actor | null;
  readonly until: number;
  /** What it said of itself then; another word is noted at once. */
  readonly said: string;
}

/** The tablets of shoppers: enrolled once by a code, known by a token of their own, revoked by the office. */
@Injectable()
export class Devices {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
  ) {}

  /** Makes a code for a shopper's device. Refuses with `access.accountUnknown`, `visit.notShopper`. */
  async issue(shopper: string, label: string): Promise<Enrolment> {
    const { accountId, role, name } = await this.accounts.actorNamed(shopper);
    if (accountId === null || role !== 'shopper') throw new Problem('visit.notShopper', { params: { name } });
    const code = newEnrolmentCode();
    const secret = enrolmentHash(code);
    if (!secret) throw new Error('a code of our own making is not one');
    const expiresAt = await this.database.transaction((db) =>
      insertEnrolment(db, { secret, accountId, label, hours: codeHours }),
    );
    return { code, expiresAt };
  }

  /** Enrols a device by a code, which is used up. Refuses with `device.secretInvalid`: none, used or expired, alike. */
  async enrol(code: string, appVersion: string): Promise<EnrolledDevice> {
    const secret = enrolmentHash(code);
    const token = newToken();
    const id = randomUUID();
    const hash = tokenHash(token);
    if (!secret || !hash) throw new Problem('device.secretInvalid');
    const enrolled = await this.database.transaction((db) => enrolDevice(db, { secret, id, token: hash, appVersion }));
    if (!enrolled) throw new Problem('device.secretInvalid');
    return { device: id, token, shopper: enrolled.shopper };
  }

  /**
   * Who a device's token stands for: a visitor for one that is none. What it says of itself is noted. It is remembered for
   * a second, so that a device that sends a hundred photos is not looked up for each.
   * @throws Problem `device.revoked`
   */
  async actorOf(token: string, report: DeviceReport): Promise<Actor> {
    const hash = tokenHash(token);
    if (!hash) return visitor;
    const key = hash.toString('base64');
    const said = JSON.stringify(report);
    const known = this.known.get(key);
    const actor =
      known && known.until > Date.now() && known.said === said ? known.actor : await this.find(key, hash, report, said);
    if (!actor) throw new Problem('device.revoked');
    return actor;
  }

  list(): Promise<Device[]> {
    return this.database.read(listDevices);
  }

  /** Revokes a device: it is refused within a second and wipes itself. Refuses with `device.unknown`. */
  async revoke(id: string): Promise<void> {
    if (!(await this.database.transaction((db) => revokeDevice(db, id)))) throw new Problem('device.unknown');
    this.known.clear();
  }

  /** Null: revoked. */
  private async find(key: string, hash: Buffer, report: DeviceReport, said: string): Promise<Actor | null> {
    const found = await this.database.transaction((db) => findDevice(db, hash, report));
    if (!found) return visitor;
    const actor = found.revoked ? null : actorOf(found, found.deviceId);
    if (this.known.size >= memory.most) this.known.clear();
    this.known.set(key, { actor, until: Date.now() + memory.age, said });
    return actor;
  }
}
