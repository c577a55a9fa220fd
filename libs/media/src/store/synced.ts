import { open } from 'node:fs/promises';

/** Comes back when a folder is on the disk as it is now: a rename in it is durable when its folder is. */
export async function synced(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
