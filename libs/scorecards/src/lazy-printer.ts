import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { findBrowser, Printer } from '#printing';
import { SETTINGS, type Settings } from '#settings';

/** The printer of a process: its browser starts with the first report and ends with the process. */
@Injectable()
export class LazyPrinter implements OnApplicationShutdown {
  private opening: Promise<Printer> | null = null;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

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

  async onApplicationShutdown(): Promise<void> {
    const printer = await this.opening?.catch(() => null);
    await printer?.close();
  }

  private async start(): Promise<Printer> {
    const { home, browserPath } = this.settings;
    const browser = await findBrowser({ home, ...(browserPath ? { executablePath: browserPath } : {}) });
    return Printer.open({ browser });
  }
}
