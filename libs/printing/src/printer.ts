import type { FoundBrowser } from './found-browser.js';
import { Press } from './press.js';
import { PrintFailed } from './print-failed.js';
import { Turns } from './turns.js';
import { TookTooLong, within } from './within.js';

export interface PrinterOptions {
  readonly browser: FoundBrowser;
  /** How many documents at once, at least 1. Two is best on two cores; the browser then takes 300 to 500 MB. */
  readonly pages?: number;
  /** After so many prints a fresh browser takes over: Chromium's memory only grows. */
  readonly printsPerBrowser?: number;
  /** The longest that one print may take, in milliseconds, both tries together; waiting for a page is not counted. */
  readonly timeoutMs?: number;
}

export interface PrintOptions {
  /** The PDF's title, in place of the document's own. */
  readonly title?: string;
  /** Instead of the printer's. A try gets half of it, so that there is time for a second. */
  readonly timeoutMs?: number;
}

const TRIES = 2;

/**
 * Turns self-contained HTML into PDF. Any number may be asked for at once; they take turns on a few pages of one
 * browser, which is replaced when it crashes, hangs or has served long enough. The HTML is not trusted: no script
 * of it runs, and it reaches no network and no file (see `guards`).
 */
export class Printer {
  readonly #turns: Turns;
  readonly #presses = new Set<Promise<Press>>();
  #current: Promise<Press> | null = null;
  #latest: Press | null = null;
  #closed = false;

  private constructor(private readonly options: Required<PrinterOptions>) {
    this.#turns = new Turns(options.pages);
  }

  /** Starts the browser; rejects when it can not be started. */
  static async open(options: PrinterOptions): Promise<Printer> {
    const printer = new Printer({ pages: 2, printsPerBrowser: 200, timeoutMs: 30_000, ...options });
    await printer.#press();
    return printer;
  }

  /** The browser's process, for those who measure; null while there is none. */
  get browserPid(): number | null {
    return this.#latest?.isUsable ? this.#latest.pid : null;
  }

  /** The document as PDF: A4 unless its `@page` says otherwise, tagged, with an outline. Rejects with `PrintFailed`. */
  async print(html: string, options: PrintOptions = {}): Promise<Uint8Array> {
    this.#refuseIfClosed();
    await this.#turns.enter();
    try {
      return await this.#printInTime(html, options.title ?? null, options.timeoutMs ?? this.options.timeoutMs);
    } finally {
      this.#turns.leave();
    }
  }

  /** Refuses what waits, finishes what is printing, and leaves no process behind. May be called again. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#turns.sendAway(new PrintFailed('closed', 'the printer was closed'));
    await Promise.all([...this.#presses].map((press) => this.#retire(press)));
  }

  async #printInTime(html: string, title: string | null, timeoutMs: number): Promise<Uint8Array> {
    const deadline = performance.now() + timeoutMs;
    const left = (): number => Math.min(timeoutMs / TRIES, Math.max(0, deadline - performance.now()));
    for (let faults = 0; ;) {
      const job = Symbol('a try');
      let press: Press | null = null;
      try {
        press = await within(left(), this.#press());
        return await within(left(), press.print(html, title));
      } catch (error) {
        const failure = asPrintFailed(error);
        if (!failure.worthAnotherTry) throw failure;
        // Who only went down with another's browser is not at fault.
        if (press === null || press.end(job)) faults += 1;
        if (faults === TRIES || left() === 0) throw failure;
      }
    }
  }

  /** The press in use, or a fresh one in place of one that is spent or broken. */
  async #press(): Promise<Press> {
    for (;;) {
      this.#refuseIfClosed();
      const current = (this.#current ??= this.#openPress());
      const press = await current;
      this.#refuseIfClosed();
      if (press.isUsable && press.started < this.options.printsPerBrowser) return (this.#latest = press);
      if (this.#current === current) this.#current = null;
      void this.#retire(current);
    }
  }

  #openPress(): Promise<Press> {
    const opening = Press.open(this.options.browser, this.options.pages);
    this.#presses.add(opening);
    opening.catch(() => {
      this.#presses.delete(opening);
      if (this.#current === opening) this.#current = null;
    });
    return opening;
  }

  async #retire(press: Promise<Press>): Promise<void> {
    await press.then(
      (opened) => opened.retire(),
      () => undefined,
    );
    this.#presses.delete(press);
  }

  #refuseIfClosed(): void {
    if (this.#closed) throw new PrintFailed('closed', 'the printer was closed');
  }
}

function asPrintFailed(error: unknown): PrintFailed {
  if (error instanceof PrintFailed) return error;
  if (error instanceof TookTooLong) return new PrintFailed('timeout', error.message);
  return new PrintFailed('browser', String(error), error);
}
