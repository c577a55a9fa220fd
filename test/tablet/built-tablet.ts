import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { testFolder } from '../platform/database.js';

const root = join(import.meta.dirname, '../..');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** The files of a built tablet application, by their address. */
export type BuiltTablet = ReadonlyMap<string, { readonly type: string; readonly bytes: Buffer }>;

/**
 * The tablet application built for drills (mode `drill`: the page has a `tablet` to work with) as a version of its own.
 * Built once in a test run: who comes first builds.
 */
export async function builtTablet(version = '0.0.1'): Promise<BuiltTablet> {
  const own = await testFolder();
  const folder = join(dirname(own), `tablet-${version}`);
  if (!existsSync(folder)) await build(own, folder, version);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const files = names.map((name) => {
    const type = types[extname(name)] ?? 'application/octet-stream';
    return [`/tablet/${name}`, { type, bytes: readFileSync(join(folder, name)) }] as const;
  });
  return new Map([...files, ...files.map(([path, file]) => [path.replace(/index\.html$/, ''), file] as const)]);
}

async function build(own: string, folder: string, version: string): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', join(root, 'apps/tablet'), '--mode', 'drill', '--outDir', own, '--emptyOutDir'];
  const env = { ...process.env, NODE_ENV: 'production', NUJOOM_TABLET_VERSION: version };
  await promisify(execFile)(process.execPath, args, { env });
  // Another worker may have been faster: the same files.
  await rename(own, folder).catch(() => undefined);
}
