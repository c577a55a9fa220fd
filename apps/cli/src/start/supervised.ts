import { fork, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { CappedLog } from './capped-log.js';
import { Warnings } from './warnings.js';

/**
 * How every process of the platform is run. A nursery of at most 16 MB: with what Node allows by itself, an API under the load of a
 * country holds some 90 MB more.
 */
export const nodeFlags = ['--enable-source-maps', '--max-semi-space-size=16'] as const;

const delays = { first: 500, last: 30_000, steadyAfter: 60_000 };

export interface SupervisedOptions {
  readonly name: string;
  /** The compiled entry file. */
  readonly file: string;
  readonly log: string;
  /** Read anew for each start. */
  readonly environment: () => NodeJS.ProcessEnv;
  readonly tell: (line: string) => void;
  /** What the process tells about itself. */
  readonly onMessage?: (message: unknown) => void;
  /** Told at every unwished end, with the number of them since it last ran for a minute. */
  readonly onEnd?: (ends: number) => void;
}

/**
 * A process of ours that is kept alive: when it ends it is started again, after a delay that doubles until it has run
 * steadily for a minute. Its output goes to a log, its warnings to the terminal too.
 */
export class Supervised {
  private child: ChildProcess | null = null;
  private readonly stopping = new AbortController();
  private readonly log: CappedLog;
  private readonly life: Promise<void>;

  constructor(private readonly options: SupervisedOptions) {
    this.log = new CappedLog(options.log);
    this.life = this.live();
  }

  /** Ends it for good: politely, and by force after `patience` ms. Comes back when it is gone. */
  async stop(patience: number): Promise<void> {
    this.stopping.abort();
    this.child?.kill('SIGTERM');
    const force = setTimeout(() => this.kill(), patience);
    await this.life;
    clearTimeout(force);
  }

  /** Ends it at once, with the processes it started. */
  kill(): void {
    this.stopping.abort();
    const { child } = this;
    if (child?.pid === undefined || child.exitCode !== null) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It is gone.
    }
  }

  /** Ends this run of it politely; another one follows. */
  restart(): void {
    this.child?.kill('SIGTERM');
  }

  private async live(): Promise<void> {
    let ends = 0;
    while (!this.stopping.signal.aborted) {
      const since = Date.now();
      await this.run();
      if (this.stopping.signal.aborted) return;
      ends = Date.now() - since > delays.steadyAfter ? 1 : ends + 1;
      this.options.onEnd?.(ends);
      const delay = Math.min(delays.first * 2 ** (ends - 1), delays.last);
      await pause(delay, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  private run(): Promise<void> {
    const { file, environment, onMessage } = this.options;
    const child = fork(file, {
      env: environment(),
      execArgv: [...nodeFlags],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // In a group of its own, so that Ctrl-C reaches it through us alone and its jobs end in order.
      detached: true,
    });
    this.child = child;
    const warnings = new Warnings((line) => {
      // What it says while it is being stopped is about the stop, and in its log.
      if (!this.stopping.signal.aborted) this.options.tell(`${this.options.name}: ${line}`);
    });
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        this.log.write(`${line}\n`);
        if (stream === child.stderr || line.startsWith('{')) warnings.take(line);
      });
    }
    if (onMessage) child.on('message', onMessage);
    return new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', (error) => {
        this.log.write(`${error.message}\n`);
        if (child.pid === undefined) resolve();
      });
    });
  }
}
