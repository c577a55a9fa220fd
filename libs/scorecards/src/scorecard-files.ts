import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { programmeName, type Subject } from './subject.js';

/** A file as it was stored. */
export interface StoredFile {
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  readonly bytes: number;
}

/** The folder of printed reports under NUJOOM_HOME: one file a report, named by what it shows. */
export class ScorecardFiles {
  constructor(private readonly home: string) {}

  /** Stores a report and removes what was printed of it from older figures. A kill in the middle leaves the older one. */
  async store(subject: Subject, figuresHash: string, pdf: Uint8Array): Promise<StoredFile> {
    const folder = this.folderOf(subject);
    await mkdir(folder, { recursive: true });
    const unfinished = join(folder, `.${randomUUID()}`);
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(pdf);
      await file.sync();
    } finally {
      await file.close();
    }
    const name = fileNameOf(subject, figuresHash);
    await rename(unfinished, join(folder, name));
    const older = (await readdir(folder)).filter((other) => other !== name && other.startsWith(stemOf(subject)));
    await Promise.all(older.map((other) => rm(join(folder, other), { force: true })));
    return { hash: createHash('sha256').update(pdf).digest('hex'), bytes: pdf.byteLength };
  }

  /** Whether the report of these figures is there. */
  has(subject: Subject, figuresHash: string): Promise<boolean> {
    return access(this.pathOf(subject, figuresHash)).then(
      () => true,
      () => false,
    );
  }

  read(subject: Subject, figuresHash: string): ReadStream {
    return createReadStream(this.pathOf(subject, figuresHash));
  }

  private pathOf(subject: Subject, figuresHash: string): string {
    return join(this.folderOf(subject), fileNameOf(subject, figuresHash));
  }

  private folderOf({ cycle }: Subject): string {
    return join(this.home, 'scorecards', cycle);
  }
}

/** ACAS_2024_ar_1f2e3d4c.pdf: agency, cycle, language, and the start of the figures' hash. */
export function fileNameOf(subject: Subject, figuresHash: string): string {
  return `${stemOf(subject)}${figuresHash.slice(0, 8)}.pdf`;
}

// A code may hold an underscore, so it is doubled: no report's name starts another's.
function stemOf({ agency, cycle, language }: Subject): string {
  return `${agency === null ? programmeName.slice(1) : agency.replaceAll('_', '__')}_${cycle}_${language}_`;
}
