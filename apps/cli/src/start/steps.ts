/** Where the progress goes; process.stderr is one. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Tells what is being done while it takes its time: on a terminal one line that counts the seconds, elsewhere a plain
 * line when it begins.
 */
export class Steps {
  constructor(private readonly terminal: Terminal) {}

  /** Runs one step under its name. What it refuses with comes through. */
  async step<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (!this.terminal.isTTY) {
      this.terminal.write(`${name}…\n`);
      return work();
    }
    const since = Date.now();
    const draw = (end: string) =>
      this.terminal.write(`\r\x1b[2K${name}… ${((Date.now() - since) / 1000).toFixed(1)} s${end}`);
    draw('');
    const ticking = setInterval(() => draw(''), 100);
    try {
      return await work();
    } finally {
      clearInterval(ticking);
      draw('\n');
    }
  }
}
