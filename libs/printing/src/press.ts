import type { FoundBrowser } from './found-browser.js';
import { GuardedPage } from './guarded-page.js';
import { launch, STARTING_MS, type Running } from './launch.js';
import { within } from './within.js';

const CLOSING_MS = 2_000;

/** One browser with its pages, from its start to its end. Whoever prints takes a page; there must be one left. */
export class Press {
  #started = 0;
  #endedBy: symbol | null = null;
  #idle: GuardedPage[];
  #whenIdle: (() => void) | null = null;
  #gone: Promise<void> | null = null;

  private constructor(
    private readonly running: Running,
    private readonly pages: readonly GuardedPage[],
  ) {
    this.#idle = [...pages];
    running.browser.once('disconnected', () => {
      this.#gone ??= running.kill();
    });
  }

  static async open(found: FoundBrowser, pages: number): Promise<Press> {
    const running = await launch(found);
    try {
      const opening = Array.from({ length: pages }, () => GuardedPage.open(running.browser));
      return new Press(running, await within(STARTING_MS, Promise.all(opening)));
    } catch (error) {
      await running.kill();
      throw error;
    }
  }

  get pid(): number {
    return this.running.pid;
  }

  /** How many prints were begun on it. */
  get started(): number {
    return this.#started;
  }

  get isUsable(): boolean {
    return this.#endedBy === null && this.#gone === null && this.running.browser.connected;
  }

  /** Prints on a free page. */
  async print(html: string, title: string | null): Promise<Uint8Array> {
    const page = this.#idle.pop();
    if (!page) throw new Error('more prints than pages');
    this.#started += 1;
    try {
      return await Promise.race([page.print(html, title), page.crashed]);
    } finally {
      this.#idle.push(page);
      if (this.#idle.length === this.pages.length) this.#whenIdle?.();
    }
  }

  /**
   * Kills the browser because a print on it failed. True for the first who says so; whatever printed beside it
   * dies too, and is told apart by that.
   */
  end(by: symbol): boolean {
    this.#endedBy ??= by;
    this.#gone ??= this.running.kill();
    return this.#endedBy === by;
  }

  /** Lets the present prints finish, then closes the browser; resolves when no process is left. */
  async retire(): Promise<void> {
    if (this.isUsable && this.#idle.length < this.pages.length) {
      await new Promise<void>((resolve) => (this.#whenIdle = resolve));
    }
    this.#gone ??= this.#close();
    await this.#gone;
  }

  /** Asked politely the browser collects its own children; what then still runs is killed. */
  async #close(): Promise<void> {
    await within(CLOSING_MS, this.running.browser.close()).catch(() => undefined);
    await this.running.kill();
  }
}
