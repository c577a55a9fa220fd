import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { findBrowser, Printer } from '#printing';
import { face, type FontFile } from '#reports';
import { SETTINGS, type Settings } from '#settings';

const weights = [400, 600] as const;
const scripts = ['arabic', 'latin-ext', 'latin'] as const;

/** The printer of posters in a process: its browser starts with the first one and ends with the process. */
@Injectable()
export class PosterPrinter implements OnApplicationShutdown {
  private opening: Promise<Printer> | null = null;
  private loading: Promise<FontFile[]> | null = null;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** The page as PDF. @param page makes it of the platform's typeface */
  async print(page: (fonts: readonly FontFile[]) => string): Promise<Uint8Array> {
    this.loading ??= fonts();
    const printer = await this.open();
    return printer.print(page(await this.loading));
  }

  async onApplicationShutdown(): Promise<void> {
    const printer = await this.opening?.catch(() => null);
    await printer?.close();
  }

  /** A failed opening is tried anew the next time. */
  private open(): Promise<Printer> {
    this.opening ??= this.start().catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    return this.opening;
  }

  private async start(): Promise<Printer> {
    const { home, browserPath } = this.settings;
    const browser = await findBrowser({ home, ...(browserPath ? { executablePath: browserPath } : {}) });
    return Printer.open({ browser, pages: 1 });
  }
}

async function fonts(): Promise<FontFile[]> {
  const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/vazirmatn/package.json'));
  const ranges = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  return Promise.all(
    weights.flatMap((weight) =>
      scripts.map(async (script) => ({
        family: face,
        weight,
        range: ranges[script] ?? '',
        data: await readFile(join(folder, 'files', `vazirmatn-${script}-${weight}-normal.woff2`), 'base64'),
      })),
    ),
  );
}
