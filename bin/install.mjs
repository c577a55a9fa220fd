import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { oneAtATime } from './one-at-a-time.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { step } from './steps.mjs';
import { say } from './texts.mjs';

const lockFile = join(root, 'package-lock.json');
const installedFile = join(root, 'node_modules/.package-lock.json');
const stampFile = join(root, 'node_modules/.nujoom-installed');

/** Installs the packages of package-lock.json unless exactly those are installed, for this kind of machine. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await oneAtATime(async () => {
    if (isInstalled()) return;
    await step(say('installing'), install);
    writeStamp();
  });
}

async function install() {
  // npm tells where it is; a `nujoom` called directly finds it on the path.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = npm?.endsWith('.js') ? await run(process.execPath, [npm, ...args]) : await run('npm', args);
  if (code !== 0) throw new Error(`${say('installFailed')}\n${output.split('\n').slice(-12).join('\n')}`);
}

function isInstalled() {
  if (!existsSync(installedFile)) return false;
  if (existsSync(stampFile)) return readFileSync(stampFile, 'utf8') === stamp();
  // Installed by hand with npm: npm's own record tells whether it was from this lock.
  if (!sameVersions(packagesOf(lockFile), packagesOf(installedFile))) return false;
  writeStamp();
  return true;
}

function stamp() {
  return `${createHash('sha256').update(readFileSync(lockFile)).digest('hex')} ${process.platform}-${process.arch}\n`;
}

function writeStamp() {
  try {
    writeFileSync(stampFile, stamp());
  } catch {
    // Installed by somebody else and not ours to write: the comparison is made again next time.
  }
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** What is optional may be missing: it is for other kinds of machines. */
function sameVersions(wanted, installed) {
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || installed[path]?.version === version || ((optional || devOptional) && !installed[path]),
  );
}
