import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './root.mjs';
import { say } from './texts.mjs';

const file = join(tmpdir(), `nujoom-preparing-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`);

/** Runs `work` while no other command installs or builds in this checkout. A command that was killed is not waited for. */
export async function oneAtATime(work) {
  for (let told = false; !taken(); await pause(100)) {
    if (!told) process.stderr.write(`${say('waiting')}…\n`);
    told = true;
  }
  try {
    await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function taken() {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    // A temporary folder that takes no files excludes nobody.
    if (error.code !== 'EEXIST') return true;
    if (!isAlive(holder()) || isOld()) rmSync(file, { force: true });
    return false;
  }
}

function holder() {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

/** No install or build takes half an hour: the number belongs to another program by now. */
function isOld() {
  const since = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  return Date.now() - since > 30 * 60_000;
}

/** A holder that has not yet written its number counts as alive. */
function isAlive(pid) {
  try {
    return pid === 0 || process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
