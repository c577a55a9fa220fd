import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';
import { say } from './texts.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The Node that npm brought: the one the platform runs on. */
export function runtime() {
  const file = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(file)) throw new Error(say('noRuntime'));
  return file;
}

/** Runs a script with its arguments under the platform's Node, and ends as it ends. */
export async function handOver(args) {
  if (!args[0].startsWith('-') && isTheRuntime()) {
    process.argv = [process.execPath, ...args];
    await import(pathToFileURL(args[0]).href);
    return;
  }
  const env = { ...process.env, NUJOOM_LAUNCHED: String(process.pid) };
  const child = spawn(runtime(), args, { stdio: 'inherit', env });
  // The child decides when it is done; a signal to us alone is passed on.
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (...ended) => resolve(ended));
  });
  process.exit(code ?? 128 + constants.signals[signal]);
}

/** npm puts the platform's Node first on the path: then this process is it already. */
function isTheRuntime() {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/node/package.json'), 'utf8'));
  return process.versions.node === version;
}
