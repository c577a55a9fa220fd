import { chmodSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Prepares one folder for the servers of a test run. The server itself starts with the first test that asks for a
 * database (see database.ts), so that a run of pure tests waits for nothing. Jest loads this file as Node would, outside
 * of its own module world: it imports nothing of ours.
 */
function setup(): void {
  const home = mkdtempSync(join(tmpdir(), 'nujoom-test-'));
  // The server runs as another user when the tests run as root.
  chmodSync(home, 0o755);
  process.env['NUJOOM_TEST_HOME'] = home;
  // However the run ends, also by Ctrl-C or by a crash, its servers end with it.
  process.once('exit', () => removeServers(home));
  process.on('SIGINT', () => process.exit(130));
  process.on('SIGTERM', () => process.exit(143));
}

/** Cuts off every database server under a folder, as their own files name them, and removes the folder. */
function removeServers(folder: string): void {
  for (const file of globSync('**/cluster/postmaster.pid', { cwd: folder })) {
    const pid = Number(textOf(join(folder, file)).split('\n')[0]);
    if (pid > 0 && textOf(`/proc/${pid}/cmdline`, folder).includes(folder)) end(pid);
  }
  // A server that is just ending puts files where some were removed, and removes some itself: rm then fails or stops halfway.
  for (let tries = 100; tries > 0 && !isRemoved(folder); tries--)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
}

function isRemoved(folder: string): boolean {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    return false;
  }
  return !existsSync(folder);
}

function textOf(file: string, otherwise = ''): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT');
  } catch {
    // It ended by itself.
  }
}

export { setup as default };
