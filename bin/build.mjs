import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runtime } from './hand-over.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { step } from './steps.mjs';
import { say } from './texts.mjs';

const stampFile = join(root, 'dist/.nujoom-built');

/** Builds dist/ unless it was built from exactly these sources. The compiler itself does only what changed. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  await oneAtATime(async () => {
    if (isBuilt()) return;
    const { hash, files } = sources();
    await step(say('building'), () => build(files));
    writeFileSync(stampFile, JSON.stringify({ hash, files }));
  });
}

async function build(files) {
  removeOutputsOfRemoved(files);
  // The stamp of what was there is void from now on, also when the build fails in the middle.
  rmSync(stampFile, { force: true });
  const { code, output } = await run(runtime(), [join(root, 'node_modules/@nestjs/cli/bin/nest.js'), 'build', 'api']);
  if (code !== 0) throw new Error(`${say('buildFailed')}\n${output}`);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  // Whoever builds, tests too: what is built is for use.
  const environment = { ...process.env, NODE_ENV: 'production' };
  for (const app of browserApps) {
    const built = await run(runtime(), [vite, 'build', join(root, 'apps', app)], environment);
    if (built.code !== 0) throw new Error(`${say('buildFailed')}\n${built.output}`);
  }
}

function isBuilt() {
  return built()?.hash === sources().hash;
}

function built() {
  return existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : null;
}

/** What browsers load: built by Vite, each into a folder of its own. */
const browserApps = ['tablet', 'kiosk', 'embed'];

const folders = ['apps', 'libs', 'migrations', 'reports', 'bench'];
const configuration = ['package.json', 'package-lock.json', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json'];

/** Everything the build reads, in a fixed order, and one hash of it. */
function sources() {
  const files = [...folders.flatMap(filesIn), ...configuration].sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return { hash: hash.digest('hex'), files };
}

function filesIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** The compiler leaves what it made of a file that is gone. */
function removeOutputsOfRemoved(files) {
  const present = new Set(files);
  for (const file of built()?.files ?? []) {
    if (present.has(file)) continue;
    for (const output of [file.replace(/\.ts$/, '.js'), file.replace(/\.ts$/, '.js.map')])
      rmSync(join(root, 'dist', output), { force: true });
  }
}
