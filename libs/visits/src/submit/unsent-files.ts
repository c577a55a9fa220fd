import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Accounts, Actor, Devices } from '#access';
import { Problem } from '#contract';
import { ExportUnreadable, openExport, type ExportIndex } from '#fieldwork';
import { Uploads } from '#media';
import { Submissions } from './submissions.js';

/** What became of the visits of a file that a tablet exported. */
export interface UnsentReceipt {
  readonly shopper: string;
  readonly stored: number;
  /** Stored before with the same content: the tablet had sent them after all. */
  readonly known: number;
  /** Visits the platform refuses, each with the code of its refusal; the tablet still has them. */
  readonly refused: readonly { readonly id: string; readonly code: string }[];
  /** Visits that were not finished: they cannot be taken, and stay on the tablet. */
  readonly drafts: number;
}

interface Opened {
  readonly index: ExportIndex;
  readonly photos: ReadonlyMap<string, Uint8Array>;
}

/** 200 visits with their photos, as a tablet holds at most. */
const largest = 500 * 1024 * 1024;

/** What a tablet could not send and gave the office as a file. */
@Injectable()
export class UnsentFiles {
  constructor(
    private readonly accounts: Accounts,
    private readonly devices: Devices,
    private readonly uploads: Uploads,
    private readonly submissions: Submissions,
  ) {}

  /**
   * Takes the finished visits of a file in as if the tablet had sent them: the same ids and bytes, so that sending later stores
   * nothing twice. Refuses with `visit.exportUnreadable`, `access.accountUnknown` and
   * `device.unknown`.
   */
  async take(file: string, password: string): Promise<UnsentReceipt> {
    const { index, photos } = await opened(file, password);
    const shopper = await this.shopperOn(index);
    for (const [hash, bytes] of photos) {
      await this.uploads.append(shopper, hash, { offset: 0, total: bytes.length, content: Readable.from([bytes]) });
    }
    let [stored, known] = [0, 0];
    const refused: { id: string; code: string }[] = [];
    for (const { id, body } of index.visits) {
      try {
        const { isNew } = await this.submissions.submit(shopper, id, JSON.parse(body));
        if (isNew) stored += 1;
        else known += 1;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        refused.push({ id, code: error.code });
      }
    }
    return { shopper: shopper.name, stored, known, refused, drafts: index.drafts.length };
  }

  /** Whose tablet it was; one that was withdrawn since is no reason to lose what is on it. */
  private async shopperOn({ shopper, device }: ExportIndex): Promise<Actor> {
    const { accountId, name, role } = await this.accounts.actorNamed(shopper);
    const known = (await this.devices.list()).some((one) => one.id === device && one.shopper === name);
    if (!known) throw new Problem('device.unknown');
    return new Actor(accountId, name, role, null, device);
  }
}

async function opened(file: string, password: string): Promise<Opened> {
  const handle = await open(file).catch((cause: unknown) => {
    throw new Problem('visit.exportUnreadable', { params: { file } }, { cause });
  });
  try {
    if ((await handle.stat()).size > largest) throw new Problem('visit.exportUnreadable', { params: { file } });
    return await openExport(new Uint8Array(await handle.readFile()), password);
  } catch (cause) {
    if (cause instanceof ExportUnreadable || cause instanceof SyntaxError) {
      throw new Problem('visit.exportUnreadable', { params: { file } }, { cause });
    }
    throw cause;
  } finally {
    await handle.close();
  }
}
