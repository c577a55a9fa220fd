import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { handOver } from './hand-over.mjs';
import { ensureInstalled } from './install.mjs';
import { root } from './root.mjs';
import { say } from './texts.mjs';

const cli = join(root, 'dist/apps/cli/src/main.js');

/** What each task runs under the Node of the platform. */
const tasks = {
  start: (args) => [cli, 'start', ...args],
  nujoom: (args) => [cli, ...args],
  bench: (args) => [join(root, 'dist/bench/main.js'), ...args],
  test: (args) => jest(args),
  drills: (args) => jest(['--config', join(root, 'jest.drills.config.js'), ...args]),
};

function jest(args) {
  const script = join(root, 'node_modules/jest/bin/jest.js');
  return ['--experimental-vm-modules', '--no-warnings', script, '--rootDir', root, ...args];
}

/** Installs and builds what is missing or out of date, telling so only then, and runs a task with its arguments. */
export async function prepareAndRun(task, args) {
  if (!Object.hasOwn(tasks, task)) throw new Error(say('unknownTask', { task: String(task) }));
  await ensureInstalled();
  await ensureBuilt();
  await handOver(tasks[task](args));
}
