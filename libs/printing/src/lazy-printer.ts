import type { Settings } from '#settings';
import { findBrowser } from './find-browser.js';
import { Printer, type PrinterOptions } from './printer.js';

/** The printer of a process: its browser starts with the first document and ends with the process. */
export class LazyPrinter {
  private opening: Promise<Printer> | null = null;

  constructor(
    private readonly settings: Pick<Settings, 'home' | 'browserPath'>,
    private readonly options: Omit<PrinterOptions, 'browser'> = {},
  ) {}

  /** The document as PDF, as `Printer.print` gives it. */
  async print(html: string): Promise<Uint8Array> {
    const printer = await this.open();
    return printer.print(html);
  }

  /** The printer, opened when it is not yet; a failed opening is tried anew the next time. */
  open(): Promise<Printer> {
    this.opening ??= this.start().catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    return this.opening;
  }

  /** Nest calls it when the process ends. */
  async onApplicationShutdown(): Promise<void> {
    const printer = await this.opening?.catch(() => null);
    await printer?.close();
  }

  private async start(): Promise<Printer> {
    const { home, browserPath } = this.settings;
    const browser = await findBrowser({ home, ...(browserPath ? { executablePath: browserPath } : {}) });
    return Printer.open({ ...this.options, browser });
  }
}
