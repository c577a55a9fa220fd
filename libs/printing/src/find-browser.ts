import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { FoundBrowser } from './found-browser.js';
import { launch } from './launch.js';
import { npmHasBrowser, unpackedBrowser } from './npm-browser.js';

/** There is no usable browser; the message lists what was tried and what to do. */
export class NoBrowser extends Error {
  override readonly name = 'NoBrowser';
}

/**
 * The oldest browser that the specs of this room ran with. Older ones lack the commands by which puppeteer 25
 * puts a page offline, and page numbers in margins (before 131).
 */
export const OLDEST_MAJOR = 153;

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome-headless-shell'];
const MAC = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

type Candidate = Pick<FoundBrowser, 'executablePath' | 'version' | 'source' | 'env'>;

/**
 * Finds the browser to print with: the one the caller names, else one installed on the machine that is new
 * enough, else the one from npm, unpacked under `home` (or a temp folder of this user). Rejects with
 * `NoBrowser`; a named browser that does not start or is too old is an error, never a reason to take another.
 */
export async function findBrowser(options: { home?: string; executablePath?: string } = {}): Promise<FoundBrowser> {
  const candidate = options.executablePath
    ? await named(options.executablePath)
    : ((await installed()) ?? (await fromNpm(options.home)));
  return { ...candidate, ...(await sandboxFor(candidate)) };
}

async function named(executablePath: string): Promise<Candidate> {
  const version = await versionOf(executablePath, {});
  if (version === null) throw new NoBrowser(`${executablePath} does not start`);
  if (!isNewEnough(version)) {
    throw new NoBrowser(`${executablePath} is version ${version}; ${OLDEST_MAJOR} or newer is needed`);
  }
  return { executablePath, version, source: 'setting', env: {} };
}

async function installed(): Promise<Candidate | null> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).concat(MAC);
  for (const executablePath of paths.filter(isExecutable)) {
    const version = await versionOf(executablePath, {});
    if (version !== null && isNewEnough(version)) return { executablePath, version, source: 'machine', env: {} };
  }
  return null;
}

/** The npm browser with what the machine has, and if it then does not start, with the libraries it brought. */
async function fromNpm(home: string | undefined): Promise<Candidate> {
  if (!npmHasBrowser) throw new NoBrowser(`install Chrome or Chromium ${OLDEST_MAJOR} or newer: npm has none for here`);
  const { executablePath, libraries, fontSettings } = await unpackedBrowser(home);
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: fontSettings };
  for (const env of [fonts, { ...fonts, LD_LIBRARY_PATH: libraries }]) {
    const version = await versionOf(executablePath, env);
    if (version !== null) return { executablePath, version, source: 'npm', env };
  }
  throw new NoBrowser(`${executablePath} does not start; install Chrome or Chromium ${OLDEST_MAJOR} or newer`);
}

/** What `--version` says, or null when it does not start: not there, not a browser, libraries missing. */
async function versionOf(executablePath: string, env: Record<string, string>): Promise<string | null> {
  try {
    const options = { env: { PATH: process.env['PATH'], ...env }, timeout: 10_000 };
    const { stdout } = await promisify(execFile)(executablePath, ['--version'], options);
    return /\d{1,9}(?:\.\d{1,9}){3}/.exec(stdout)?.[0] ?? null;
  } catch {
    return null;
  }
}

function isNewEnough(version: string): boolean {
  return Number.parseInt(version) >= OLDEST_MAJOR;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Root has no sandbox. Others have one where the machine lets users make namespaces: one sees by trying. */
async function sandboxFor(candidate: Candidate): Promise<Pick<FoundBrowser, 'sandbox' | 'sandboxMissing'>> {
  if (process.getuid?.() === 0) return { sandbox: false, sandboxMissing: 'root has none: run as an ordinary user' };
  try {
    const running = await launch({ ...candidate, sandbox: true });
    await running.kill();
    return { sandbox: true, sandboxMissing: null };
  } catch {
    return { sandbox: false, sandboxMissing: 'this machine lets users make no namespaces' };
  }
}
