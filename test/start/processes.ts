import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureBuilt } from '../../bin/build.mjs';

const root = join(import.meta.dirname, '../..');

/** What Node made of the platform's code, kept for the next process: reading it anew is a third of what starting costs. */
const compiled = join(tmpdir(), 'nujoom-test-compiled');

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
    env: { ...Object.fromEntries(own), NODE_COMPILE_CACHE: compiled, ...env },
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

/** In ms: longer than any test may take. */
const inVain = 1_800_000;

/**
 * Comes back when the condition holds. A test that waits in vain ends by its own time limit; its waiting ends too, or it
 * would take its share of the machine from all tests after it.
 */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + inVain; !(await condition()); await pause(20))
    if (Date.now() > end) throw new Error('what a test waited for did not come');
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
export function processesOn(folder: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && mentions(pid, folder));
}

function mentions(pid: number, folder: string): boolean {
  return ['cmdline', 'environ'].some((file) => told(pid, file).includes(folder)) && !isDead(pid);
}

function isDead(pid: number): boolean {
  return !/\) [^ZX] /.test(told(pid, 'stat'));
}

/** What /proc tells of a process, at once: it is memory, and asking for it in turns costs fifteen times as much. */
export function told(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // gone meanwhile
  }
}
