import { mkdir, open, readdir, readFile, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '#contract';
import { refusingWhenFull } from '../store/store-full.js';
import { IncomingFile } from './incoming-file.js';
import { keptUnfinished, mostUnfinished } from './limits.js';

/** A file on its way: whose, which, and how many bytes it is announced to have. */
export interface Upload {
  readonly sender: string;
  readonly hash: string;
  readonly total: number;
}

/** How often what was abandoned is looked for, in ms. */
const sweepEvery = 3_600_000;

/**
 * The folder of what arrived in part: `<account>/<hash>.<size>`, so that nobody reaches what another sends, and the names
 * alone say how much an account has announced. Several processes may share the folder without a lock (see `IncomingFile`);
 * where each has a folder of its own, a tablet has to come to the same one, else it starts anew.
 */
export class IncomingFiles {
  private sweptAt = 0;

  /** `unfinished` are further folders whose old files nobody will finish. */
  constructor(
    private readonly folder: string,
    private readonly unfinished: readonly string[] = [],
  ) {}

  /** Opens one that has begun to arrive, or null. It has to be closed. */
  async open(upload: Upload): Promise<IncomingFile | null> {
    const handle = await open(this.pathOf(upload), 'r+').catch(orNull);
    return handle && new IncomingFile(handle, upload.total);
  }

  /** Begins one; one that has begun meanwhile is opened. @throws Problem `media.tooMuchUnfinished`, `media.storeFull` */
  begin(upload: Upload): Promise<IncomingFile> {
    return refusingWhenFull(async () => {
      await mkdir(join(this.folder, upload.sender), { recursive: true, mode: 0o700 });
      const handle = await open(this.pathOf(upload), 'wx+', 0o600).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return null;
        throw error;
      });
      if (!handle) return (await this.open(upload)) ?? this.begin(upload);
      const file = new IncomingFile(handle, upload.total);
      // Each counts itself in before it counts, so that many at once cannot pass together.
      if ((await this.announced(upload.sender)) <= mostUnfinished.bytes) return file;
      await file.close();
      await this.remove(upload);
      throw new Problem('media.tooMuchUnfinished', { params: { limit: mostUnfinished.text } });
    });
  }

  /** One of this hash that has begun to arrive, or null, and how much of it is there. */
  async find(sender: string, hash: string): Promise<{ readonly upload: Upload; readonly offset: number } | null> {
    const total = (await this.namesOf(sender)).find((name) => name.startsWith(hash))?.slice(hash.length + 1);
    if (total === undefined) return null;
    const upload = { sender, hash, total: Number(total) };
    const found = await stat(this.pathOf(upload)).catch(orNull);
    return found && { upload, offset: found.size };
  }

  /** All that arrived, or null when it is not there any more. */
  contentOf(upload: Upload): Promise<Buffer | null> {
    return readFile(this.pathOf(upload)).catch(orNull);
  }

  async remove(upload: Upload): Promise<void> {
    await unlink(this.pathOf(upload)).catch(orNull);
  }

  private pathOf({ sender, hash, total }: Upload): string {
    return join(this.folder, sender, `${hash}.${total}`);
  }

  private async namesOf(sender: string): Promise<string[]> {
    return (await readdir(join(this.folder, sender)).catch(orNull)) ?? [];
  }

  private async announced(sender: string): Promise<number> {
    const sizes = (await this.namesOf(sender)).map((name) => Number(name.slice(name.lastIndexOf('.') + 1)));
    return sizes.reduce((sum, size) => sum + size, 0);
  }

  /** Removes what was abandoned; looked for once an hour, however often it is asked for. */
  async sweep(): Promise<void> {
    if (Date.now() - this.sweptAt < sweepEvery) return;
    this.sweptAt = Date.now();
    const senders = (await readdir(this.folder).catch(orNull)) ?? [];
    for (const folder of [...senders.map((sender) => join(this.folder, sender)), ...this.unfinished]) {
      for (const name of (await readdir(folder).catch(orNull)) ?? []) {
        const found = await stat(join(folder, name)).catch(orNull);
        if (found && found.mtimeMs < Date.now() - keptUnfinished) await rm(join(folder, name), { force: true });
      }
    }
  }
}

/** What is not there is null. */
function orNull(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
