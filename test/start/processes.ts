import { spawn, type ChildProcess } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureBuilt } from '../../bin/build.mjs';

const root = join(import.meta.dirname, '../..');

/** Builds dist/ when it is not what the sources say: these tests run the real programs. */
export const built: () => Promise<void> = ensureBuilt;

/** A program that was started, and what it has said so far. */
export interface Program {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Its exit code, or its signal, once it and its output have ended. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

export interface ProgramOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** In a process group of its own, as a terminal would run it. */
  readonly group?: boolean;
  readonly uid?: number;
  readonly cwd?: string;
}

/** Starts a script of the checkout, with no setting of ours but those given. */
export function program(args: readonly string[], { env = {}, group = false, uid, cwd }: ProgramOptions = {}): Program {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(NUJOOM|npm_|JEST|NODE_|PORT|HOST|DATABASE_URL)/.test(name),
  );
  const child = spawn(process.execPath, args, {
    cwd: cwd ?? root,
    env: { ...Object.fromEntries(own), ...env },
    detached: group,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (chunk: Buffer) => (said[name] += chunk.toString()));
  const ended = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal ?? -1));
  });
  return { child, pid: child.pid ?? 0, stdout: () => said.stdout, stderr: () => said.stderr, ended };
}

/** Starts the compiled `nujoom` command. */
export function nujoom(args: readonly string[], options?: ProgramOptions): Program {
  return program([join(root, 'dist/apps/cli/src/main.js'), ...args], options);
}

/** Starts the compiled API or worker. */
export function service(name: 'api' | 'worker', env: NodeJS.ProcessEnv): Program {
  return program([join(root, `dist/apps/${name}/src/main.js`)], { env });
}

/** Runs TypeScript-free code of the built platform in a process of its own: `#room` imports work. */
export function script(code: string, env: NodeJS.ProcessEnv = {}): Program {
  return program(['--input-type=module', '--eval', code], { env });
}

/** Comes back when the condition holds. A test that waits in vain ends by its own time limit. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(20);
}

/** Kills a process at once; one may end by itself between being found and being killed. */
export function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The processes, living ones, that name a folder on their command line or in their environment. */
export async function processesOn(folder: string): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0 && pid !== process.pid);
  const found = await Promise.all(pids.map(async (pid) => ((await mentions(pid, folder)) ? pid : null)));
  return found.filter((pid) => pid !== null);
}

async function mentions(pid: number, folder: string): Promise<boolean> {
  const [status, command, environment] = await Promise.all(
    ['stat', 'cmdline', 'environ'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')),
  );
  const dead = status === undefined || /\) [ZX]/.test(status);
  return !dead && `${command}${environment}`.includes(folder);
}
