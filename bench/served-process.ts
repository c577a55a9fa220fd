import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

/** A process of the API, as it was built. */
export interface ServedProcess {
  readonly pid: number;
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts the built API on a free port against a database; its log goes nowhere. */
export async function servedProcess(databaseUrl: string, home: string): Promise<ServedProcess> {
  const main = join(dirname(findPackageJSON(import.meta.url) ?? '.'), 'dist/apps/api/src/main.js');
  const env = { ...process.env, DATABASE_URL: databaseUrl, NUJOOM_HOME: home, PORT: '0' };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [told] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('The API did not start'))),
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
