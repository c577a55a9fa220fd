import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaStore, StoredContent } from './media-store.js';
import { refusingWhenFull } from './store-full.js';
import { synced } from './synced.js';

/** Contents in a folder: `ab/abcd…`, readable by the platform's own user alone. */
export class FolderStore implements MediaStore {
  /** What is being written lies here; a kill leaves it, and it is swept like what arrived in part. */
  private readonly unfinished: string;

  constructor(private readonly folder: string) {
    this.unfinished = join(folder, '.keeping');
  }

  keep(name: string, content: Uint8Array): Promise<void> {
    return refusingWhenFull(async () => {
      const home = join(this.folder, name.slice(0, 2));
      const temporary = join(this.unfinished, randomUUID());
      try {
        await within(this.unfinished, () => written(temporary, content));
        const isNew = await within(home, () => rename(temporary, join(home, name)));
        await synced(home);
        if (isNew) await synced(this.folder);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    });
  }

  async open(name: string): Promise<StoredContent | null> {
    const file = await open(join(this.folder, name.slice(0, 2), name), 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (!file) return null;
    const { size } = await file.stat();
    return { bytes: size, content: file.createReadStream() };
  }
}

/** Does what needs a folder, and makes the folder when it is not there yet. @returns whether it was made */
async function within(folder: string, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await work();
  return true;
}

async function written(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
