import { hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '#settings';

/**
 * One secret outside the tables, from which every key is derived: NUJOOM_SECRET, or a file under the home that is made at
 * the first need. A copy of the database alone opens nothing that was sealed.
 */
@Injectable()
export class PlatformSecret {
  private secret: Promise<Buffer> | null = null;
  private readonly keys = new Map<string, Buffer>();

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** A key of 32 bytes for one purpose: the same each time, and of no use for another. */
  async keyFor(purpose: string): Promise<Buffer> {
    const known = this.keys.get(purpose);
    if (known) return known;
    this.secret ??= secretOf(this.settings).catch((error: unknown) => {
      this.secret = null;
      throw error;
    });
    const key = Buffer.from(hkdfSync('sha256', await this.secret, 'nujoom', purpose, 32));
    this.keys.set(purpose, key);
    return key;
  }
}

async function secretOf({ secret, home }: Settings): Promise<Buffer> {
  if (secret !== null) return Buffer.from(secret);
  const file = join(home, 'secret');
  await mkdir(home, { recursive: true });
  const known = await readFile(file, 'utf8').catch(() => null);
  return Buffer.from((known ?? (await madeSecret(file))).trim());
}

/** Of processes that start together one makes it, whole at once; all read what that one made. */
async function madeSecret(file: string): Promise<string> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  await link(draft, file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return readFile(file, 'utf8');
}
