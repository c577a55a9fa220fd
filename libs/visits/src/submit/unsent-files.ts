import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Accounts, Actor, Devices } from '#access';
import { Problem, type ProblemCode } from '#contract';
import { ExportUnreadable, openExport, type ExportIndex } from '#fieldwork';
import { Uploads } from '#media';
import { ReportsBeside } from '../beside/reports-beside.js';
import { readSent } from './arrival.js';
import { Submissions } from './submissions.js';

/** What became of the visits of a file that a tablet exported. */
export interface UnsentReceipt {
  readonly shopper: string;
  readonly stored: number;
  /** Stored before with the same content: the tablet had sent them after all. */
  readonly known: number;
  /** Kept beside their visits, which had no other place for them. */
  readonly beside: number;
  /** Visits the platform refuses, each with the code of its refusal; the tablet still has them. */
  readonly refused: readonly { readonly id: string; readonly code: string }[];
  /** Visits that were not finished: they cannot be taken, and stay on the tablet. */
  readonly drafts: number;
}

/** Who lets reports in beside visits, and why. */
export interface Keeping {
  readonly by: Actor;
  readonly reason: string;
}

/** Refusals of a report whose visit has gone on without it. */
const noWayIn: readonly ProblemCode[] = ['visit.unknown', 'visit.moveRefused', 'visit.replacesOther'];

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
    private readonly beside: ReportsBeside,
  ) {}

  /**
   * Takes the finished visits of a file in as if the tablet had sent them: the same ids and bytes, so that sending later stores
   * nothing twice. Refuses with `visit.exportUnreadable`, `access.accountUnknown` and
   * `device.unknown`.
   * @param keeping who keeps beside its visit what has no other way in, and why; null: that is refused
   */
  async take(file: string, password: string, keeping: Keeping | null = null): Promise<UnsentReceipt> {
    const { index, photos } = await opened(file, password);
    const shopper = await this.shopperOn(index);
    for (const [hash, bytes] of photos) {
      await this.uploads.append(shopper, hash, { offset: 0, total: bytes.length, content: Readable.from([bytes]) });
    }
    const counts = { stored: 0, known: 0, beside: 0 };
    const refused: { id: string; code: string }[] = [];
    for (const { id, body } of index.visits) {
      try {
        counts[await this.takeOne(shopper, id, JSON.parse(body), keeping)] += 1;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        refused.push({ id, code: error.code });
      }
    }
    return { shopper: shopper.name, ...counts, refused, drafts: index.drafts.length };
  }

  private async takeOne(
    shopper: Actor,
    id: string,
    document: unknown,
    keeping: Keeping | null,
  ): Promise<'stored' | 'known' | 'beside'> {
    const submit = () => this.submissions.submit(shopper, id, document);
    const { isNew, receipt } = await submit().catch(async (error: unknown) => {
      const hasNoWay = error instanceof Problem && noWayIn.includes(error.code);
      if (keeping === null || !hasNoWay) throw error;
      await this.beside.admit(keeping.by, readSent(document).assignment.toLowerCase(), { shopper: shopper.name, reason: keeping.reason }); // prettier-ignore
      return submit();
    });
    if (!isNew) return 'known';
    return receipt.revision > 0 ? 'stored' : 'beside';
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
