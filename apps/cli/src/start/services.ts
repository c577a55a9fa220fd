import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem, type Say } from '#contract';
import type { Settings } from '#settings';
import { waitUntilReady } from './ready.js';
import { Supervised } from './supervised.js';

/** An API that ends this often before it ever served will not serve at the next try either. */
const hopeless = 3;

export interface ServicesOptions {
  readonly settings: Settings;
  readonly say: Say;
  readonly databaseUrl: string;
  /** Told what the processes warn of, and when one is started again. */
  readonly onWarning: (line: string) => void;
}

/** The API and the worker, as processes of their own that are kept alive. */
export class Services {
  private readonly api: Supervised;
  private readonly worker: Supervised;
  private databaseUrl: string;
  /** Where the API listens, once it told; it comes back there after an unwished end, also when any port was asked for. */
  private port: number | null = null;
  private listensAt: (port: number) => void = () => undefined;
  private giveUp: (problem: Problem) => void = () => undefined;
  /** The port the API tells that it listens on; rejected when it ends again and again instead. */
  private readonly listening = new Promise<number>((resolve, reject) => {
    this.listensAt = resolve;
    this.giveUp = reject;
  });

  constructor(private readonly options: ServicesOptions) {
    this.databaseUrl = options.databaseUrl;
    this.listening.catch(() => undefined);
    this.api = this.supervise('api', (ends) => {
      if (ends >= hopeless) this.giveUp(this.problem('api'));
    });
    this.worker = this.supervise('worker');
  }

  /** Waits until requests are answered. @returns the port they are answered on */
  async ready(stop: AbortSignal): Promise<number> {
    const port = await this.listening;
    const { settings } = this.options;
    await waitUntilReady(new URL(`http://${reachable(settings.host)}:${port}`), stop);
    return port;
  }

  /** Goes on with a database that has another address now. */
  moveTo(databaseUrl: string): void {
    this.databaseUrl = databaseUrl;
    for (const service of [this.api, this.worker]) service.restart();
  }

  /** Ends both, by force after `patience` ms. Comes back when both are gone. */
  async stop(patience: number): Promise<void> {
    await Promise.all([this.api.stop(patience), this.worker.stop(patience)]);
  }

  /** Ends both at once. */
  kill(): void {
    for (const service of [this.api, this.worker]) service.kill();
  }

  private supervise(name: string, onEnd: (ends: number) => void = () => undefined): Supervised {
    const { settings, say, onWarning } = this.options;
    return new Supervised({
      name,
      file: fileURLToPath(new URL(`../../../${name}/src/main.js`, import.meta.url)),
      log: this.log(name),
      environment: () => ({
        NODE_ENV: 'production',
        ...process.env,
        DATABASE_URL: this.databaseUrl,
        NUJOOM_HOME: settings.home,
        PORT: String(this.port ?? settings.port),
      }),
      tell: onWarning,
      onMessage: (message) => {
        const { listening } = message as { listening?: number };
        if (!listening) return;
        this.port = listening;
        this.listensAt(listening);
      },
      onEnd: (ends) => {
        onWarning(say('start.restarted', { name, log: this.log(name) }));
        onEnd(ends);
      },
    });
  }

  private log(name: string): string {
    return join(this.options.settings.home, 'logs', `${name}.log`);
  }

  private problem(name: string): Problem {
    const reason = this.options.say('start.reason.ends', { name, log: this.log(name) });
    return new Problem('command.failed', { params: { reason } });
  }
}

function reachable(host: string): string {
  const own = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return own.includes(':') ? `[${own}]` : own;
}
