import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { lstat, mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** The browser that comes with npm, unpacked. */
export interface UnpackedBrowser {
  readonly executablePath: string;
  /** Libraries for a machine that has none of the browser's. */
  readonly libraries: string;
  /** Font settings for a machine that has none: one Latin typeface, so that the browser starts. */
  readonly fontSettings: string;
}

const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
const STAGING = '.unpacking-';
const STALE_MS = 10 * 60_000;

/** Whether npm has a browser for this machine: the package is built for Linux on x86-64 only. */
export const npmHasBrowser = process.platform === 'linux' && process.arch === 'x64';

/**
 * Unpacks the browser of `@sparticuz/chromium` into a folder named after the package's version, once: under
 * `home`, or without one in a temp folder of this user. The folder appears complete or not at all, whoever is
 * killed or comes second. Takes two seconds the first time and 215 MB.
 */
export async function unpackedBrowser(home: string | undefined): Promise<UnpackedBrowser> {
  const parent = home ?? (await privateTempFolder());
  const folder = join(parent, `chromium-${await packageVersion()}`);
  if (!existsSync(folder)) {
    await mkdir(parent, { recursive: true });
    await sweep(parent);
    await unpackInto(folder, await mkdtemp(join(parent, STAGING)));
  }
  return {
    executablePath: join(folder, 'chromium'),
    libraries: join(folder, 'al2023', 'lib'),
    fontSettings: join(folder, 'fonts.conf'),
  };
}

async function packageVersion(): Promise<string> {
  const manifest = await readFile(join(dirname(entry), '..', 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** A folder in the temp folder that nobody else can have prepared for us. */
async function privateTempFolder(): Promise<string> {
  const uid = process.getuid?.() ?? 0;
  const folder = join(tmpdir(), `nujoom-browser-${uid}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o022) !== 0) {
    throw new Error(`${folder} is not a folder of ours alone: remove it, or name a home for the browser`);
  }
  return folder;
}

async function unpackInto(folder: string, staging: string): Promise<void> {
  try {
    await unpackAt(staging);
    await writeFile(join(staging, 'fonts.conf'), fontSettings(folder));
    await flush(staging);
    await rename(staging, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error; // else another process was first: its browser is as good
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/**
 * Lets the package unpack itself in a process whose temp folder is `staging`: it knows no other way to be told
 * where. Only on Amazon Linux does it unpack its libraries, so it is told that it is there.
 */
async function unpackAt(staging: string): Promise<void> {
  const script = `import(${JSON.stringify(pathToFileURL(entry).href)}).then((it) => it.default.executablePath())`;
  const env = { TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  await promisify(execFile)(process.execPath, ['-e', script], { env });
}

function fontSettings(folder: string): string {
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    `<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>`,
  ].join('\n');
}

/** A rename may outlive a power cut that the files' contents do not. */
async function flush(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = await open(join(entry.parentPath, entry.name));
    await file.sync();
    await file.close();
  }
}

/** Removes what processes killed while unpacking have left. */
async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(STAGING)) continue;
    const path = join(parent, name);
    const age = Date.now() - (await stat(path).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
    if (age > STALE_MS) await rm(path, { recursive: true, force: true });
  }
}
