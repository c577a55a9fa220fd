import { readdirSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, extname, join } from 'node:path';

/** A file of the built tablet application. */
export interface TabletFile {
  readonly type: string;
  readonly bytes: Buffer;
  /** Its name holds a hash of its content: it never changes. */
  readonly immutable: boolean;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

const folder = join(dirname(findPackageJSON(import.meta.url) ?? '.'), 'dist/tablet');

/** The names of all files of the built application, such as `assets/index-x.js`; none before it is built. */
function namesIn(): ReadonlySet<string> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return new Set(
      entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)),
    );
  } catch {
    return new Set();
  }
}

/** The files of the tablet application. Only names that were there at start are served, so no path leads elsewhere. */
export class TabletFiles {
  private readonly names = namesIn();
  private readonly read = new Map<string, TabletFile>();

  /** A file by its name, or null for any other. Read once. */
  named(name: string): TabletFile | null {
    const known = this.read.get(name);
    if (known) return known;
    const type = types[extname(name)];
    if (!this.names.has(name) || type === undefined) return null;
    const file = { type, bytes: readFileSync(join(folder, name)), immutable: name.startsWith('assets/') };
    this.read.set(name, file);
    return file;
  }
}
