import { setTimeout as pause } from 'node:timers/promises';
import type { Say } from '#contract';
import { EmbeddedServer, holdDatabase, migrate, prepareHome, type HeldDatabase } from '#database';
import type { Settings } from '#settings';
import { migrations } from '../../../../migrations/index.js';
import { prepareFirstRun, type FirstRun } from '../first-run.js';
import { refuseTakenPort } from '../process/listening.js';
import { aborted, type StopSignals } from '../process/stop-signals.js';
import { Services } from './services.js';
import type { Steps } from './steps.js';

/** Five seconds after the first Ctrl-C nothing is left: the processes are gone by the first of these, in ms, then the database. */
const gone = { services: 4_200, all: 4_700 };

export interface PlatformOptions {
  readonly settings: Settings;
  readonly say: Say;
  readonly signals: StopSignals;
  readonly steps: Steps;
  /** Told as soon as it is known: what it holds is kept nowhere, and must not be lost to whatever comes next. */
  readonly onFirstRun: (firstRun: FirstRun) => void;
  /** Told once, when requests are answered. */
  readonly onReady: (address: URL) => void;
  /** Told when the stop begins. */
  readonly onStop: () => void;
  /** Told what the processes warn of. */
  readonly onWarning: (line: string) => void;
}

/** The whole platform in the foreground: database, tables, first content, API and worker. */
export class Platform {
  private holding: Promise<HeldDatabase> | null = null;
  private services: Services | null = null;

  constructor(private readonly options: PlatformOptions) {}

  /**
   * Starts everything, keeps it up until the stop, and leaves nothing running, whichever way it ends. Refuses before
   * anything long when the port is taken or the platform already runs on this folder.
   */
  async run(): Promise<void> {
    const { stop } = this.options.signals;
    const rising = this.rise();
    // It may fail when the stop takes the database away under it: nobody asks then.
    rising.catch(() => undefined);
    try {
      await Promise.race([rising, aborted(stop)]);
      await aborted(stop);
    } finally {
      await this.fall();
    }
  }

  private async rise(): Promise<void> {
    const { settings, say, signals, steps, onFirstRun, onReady } = this.options;
    const quick = settings.databaseUrl !== null || (await new EmbeddedServer(settings).running()) !== null;
    // A database that answers quickly first tells whether the platform already runs here; another one is not begun in vain.
    if (!quick) await refuseTakenPort(settings);
    await prepareHome(settings.home);
    const { url } = await steps.step(say('start.step.database'), () => this.hold());
    if (quick) await refuseTakenPort(settings);

    await steps.step(say('start.step.tables'), () => migrate(url, migrations));
    onFirstRun(await steps.step(say('start.step.content'), () => prepareFirstRun(url, settings)));
    if (signals.stop.aborted) return;
    const port = await steps.step(say('start.step.services'), () => this.serve(url));
    if (!signals.stop.aborted) onReady(this.addressAt(port));
  }

  private hold(): Promise<HeldDatabase> {
    const onMove = (url: string) => this.services?.moveTo(url);
    this.holding = holdDatabase(this.options.settings, { claim: true, onMove });
    return this.holding;
  }

  private serve(databaseUrl: string): Promise<number> {
    this.services = new Services({ ...this.options, databaseUrl });
    return this.services.ready(this.options.signals.stop);
  }

  private async fall(): Promise<void> {
    const { settings, signals, onStop } = this.options;
    const since = Date.now();
    // A session of ours that is just being closed complains about the end of the server where nobody listens any more;
    // the stop goes on all the same.
    process.on('uncaughtException', () => undefined);
    if (signals.stop.aborted) onStop();
    signals.stopNow.addEventListener('abort', () => this.services?.kill());
    await this.services?.stop(gone.services);
    const left = Math.max(0, signals.stopNow.aborted ? 0 : gone.all - (Date.now() - since));
    const released = this.holding?.then((held) => held.leave(left)).catch(() => undefined);
    const inOrder = await Promise.race([released?.then(() => true), pause(left + 150)]);
    // Still being started, or lost and not coming back: it is cut off, and recovers at the next start.
    if (released && !inOrder && settings.databaseUrl === null) await new EmbeddedServer(settings).stop('immediate');
  }

  /** As people reach it; the port is only known now if any free one was asked for. */
  private addressAt(port: number): URL {
    const address = new URL(this.options.settings.address);
    if (this.options.settings.port === 0) address.port = String(port);
    return address;
  }
}
