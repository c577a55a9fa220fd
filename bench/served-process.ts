import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { nodeFlags } from '../apps/cli/src/start/supervised.js';

/** A process of the API, as it was built. */
export interface ServedProcess {
  readonly pid: number;
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts the built API on a free port against a database; its log goes nowhere. */
export function servedProcess(databaseUrl: string, home: string): Promise<ServedProcess> {
  return started('dist/apps/api/src/main.js', { DATABASE_URL: databaseUrl, NUJOOM_HOME: home, PORT: '0' });
}

/** Starts a built program as the platform would; it tells where it listens. */
export async function started(program: string, settings: Readonly<Record<string, string>>): Promise<ServedProcess> {
  const main = join(dirname(findPackageJSON(import.meta.url) ?? '.'), program);
  const env = { ...process.env, ...settings };
  const child = spawn(process.execPath, [...nodeFlags, main], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [told] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error(`${program} did not start`))),
  ])) as [{ readonly listening: number }];
  return {
    pid: child.pid ?? 0,
    port: told.listening,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return; // it fell over by itself
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
