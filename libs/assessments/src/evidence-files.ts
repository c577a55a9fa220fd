import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '#contract';
import { inspect, synced, type FileKind } from '#media';

/** The largest file that is taken, in bytes, and as people read it. */
export const largestFile = { bytes: 20 * 1024 * 1024, text: '20 MiB' } as const;

/** What a kill left behind is removed by the first upload a day later, in ms. */
const leftOver = 24 * 3_600_000;

/** A file that was received and looked into, under a name nobody knows. */
export interface ReceivedFile {
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  readonly bytes: number;
  readonly kind: FileKind;
  readonly temporary: string;
}

/**
 * The folder of evidence under NUJOOM_HOME: one file a content, by its hash, however often it was sent. A file is durable
 * before any row names it; what a kill leaves is a file without a row, never a row without a file.
 */
export class EvidenceFiles {
  private readonly folder: string;
  private looking: Promise<unknown> = Promise.resolve();

  constructor(home: string) {
    this.folder = join(home, 'evidence');
  }

  /**
   * Takes a file in and looks into it. Nothing is kept of one that is refused.
   * @throws Problem `evidence.tooLarge` as soon as it is, and those of `inspect`
   */
  async receive(content: AsyncIterable<Uint8Array>, name: string): Promise<ReceivedFile> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    await this.sweep();
    const temporary = join(this.incoming, randomUUID());
    try {
      const { hash, bytes } = await written(content, temporary);
      const kind = await this.inTurn(async () => inspect(await readFile(temporary), name));
      return { hash, bytes, kind, temporary };
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  /** Makes a received file durable under its hash. Once more changes nothing. */
  async keep({ hash, temporary }: ReceivedFile): Promise<void> {
    const folder = join(this.folder, hash.slice(0, 2));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(temporary, this.pathOf(hash)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error; // kept before
    });
    await synced(folder);
    await synced(this.folder);
  }

  /** Removes a received file that was not kept. */
  async discard({ temporary }: ReceivedFile): Promise<void> {
    await rm(temporary, { force: true });
  }

  /** Opens a kept file to be read, or null when it is not there. */
  open(hash: string): Promise<FileHandle | null> {
    return open(this.pathOf(hash), 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  }

  private get incoming(): string {
    return join(this.folder, '.incoming');
  }

  private pathOf(hash: string): string {
    return join(this.folder, hash.slice(0, 2), hash);
  }

  /** One file is looked into at a time: each may take all of its size in memory several times over. */
  private inTurn<T>(look: () => Promise<T>): Promise<T> {
    const next = this.looking.then(look);
    this.looking = next.catch(() => undefined);
    return next;
  }

  private async sweep(): Promise<void> {
    for (const name of await readdir(this.incoming)) {
      const path = join(this.incoming, name);
      const found = await stat(path).catch(() => null);
      if (found && found.mtimeMs < Date.now() - leftOver) await rm(path, { force: true });
    }
  }
}

async function written(content: AsyncIterable<Uint8Array>, path: string): Promise<{ hash: string; bytes: number }> {
  const file = await open(path, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of content) {
      bytes += chunk.length;
      if (bytes > largestFile.bytes) throw new Problem('evidence.tooLarge', { params: { limit: largestFile.text } });
      hash.update(chunk);
      await file.write(chunk);
    }
    await file.sync();
    return { hash: hash.digest('hex'), bytes };
  } finally {
    await file.close();
  }
}
