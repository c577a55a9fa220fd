import { createReadStream } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '#contract';
import type { EvidenceFiles, ReceivedFile } from './evidence-files.js';
import { fileNameOf } from '#media';
import type { Faults, GradingRow } from './gradings-reader.js';

/** A file of the folder under the name it is kept by. */
export interface NamedFile extends ReceivedFile {
  readonly name: string;
}

/** The evidence files that an import names, looked into before any is kept. */
export class FolderFiles {
  private readonly received = new Map<string, NamedFile>();

  constructor(
    private readonly files: EvidenceFiles,
    private readonly folder: string | null,
  ) {}

  /** Takes in each file that rows name, once; one that is missing or refused is a fault of every row that names it. */
  async receive(rows: readonly GradingRow[], faults: Faults): Promise<void> {
    const refused = new Map<string, string>();
    for (const { line, evidence } of rows) {
      if (evidence === null || this.received.has(evidence)) continue;
      const known = refused.get(evidence);
      const file = known === undefined ? await this.take(evidence) : known;
      if (typeof file !== 'string') {
        this.received.set(evidence, file);
        continue;
      }
      refused.set(evidence, file);
      if (file === '') faults.add(line, 'evidence', evidence, 'fileMissing');
      else faults.add(line, 'evidence', evidence, 'fileRefused', { code: file });
    }
  }

  named(name: string): NamedFile | null {
    return this.received.get(name) ?? null;
  }

  /** Makes all of them durable. */
  async keep(): Promise<void> {
    for (const file of this.received.values()) await this.files.keep(file);
  }

  /** Removes what was received and not kept. */
  async discard(): Promise<void> {
    for (const file of this.received.values()) await this.files.discard(file);
  }

  /** The file; the code of the refusal; or an empty text when there is none. */
  private async take(sent: string): Promise<NamedFile | string> {
    try {
      const name = fileNameOf(sent);
      const path = this.folder === null ? null : join(this.folder, sent);
      // A link would lead out of the folder.
      const found = path === null ? null : await lstat(path).catch(() => null);
      if (path === null || !found?.isFile()) return '';
      return { name, ...(await this.files.receive(createReadStream(path), name)) };
    } catch (error) {
      if (error instanceof Problem) return error.code;
      throw error;
    }
  }
}
