import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A log file that never grows past twice `limit` bytes: when it is full it becomes `….1`, in the place of the one before. */
export class CappedLog {
  private size: number;

  constructor(
    private readonly file: string,
    private readonly limit = 10_000_000,
  ) {
    mkdirSync(dirname(file), { recursive: true });
    this.size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  }

  /** Appends a text. A disk that is full or a folder that is gone loses the line, never the process. */
  write(text: string): void {
    try {
      if (this.size > this.limit) {
        renameSync(this.file, `${this.file}.1`);
        this.size = 0;
      }
      appendFileSync(this.file, text, { mode: 0o600 });
      this.size += Buffer.byteLength(text);
    } catch {
      // There is nowhere to tell it.
    }
  }
}
