/** Where the progress goes; process.stderr is one. */
interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const width = 24;

/** A bar that fills: on a terminal in one line, elsewhere a plain line at each tenth. */
export class Progress {
  private tenths = -1;

  constructor(
    private readonly terminal: Terminal,
    private readonly title: string,
    private readonly total: number,
  ) {}

  /** Shows how many are done. */
  show(done: number): void {
    const share = this.total === 0 ? 1 : done / this.total;
    if (this.terminal.isTTY) {
      const full = Math.round(share * width);
      const bar = '█'.repeat(full) + '░'.repeat(width - full);
      this.terminal.write(`\r\x1b[2K${this.title} ${bar} ${done}/${this.total}${done === this.total ? '\n' : ''}`);
    } else if (Math.floor(share * 10) > this.tenths) {
      this.tenths = Math.floor(share * 10);
      this.terminal.write(`${this.title} ${done}/${this.total}\n`);
    }
  }
}

/** Counts up where the end is not known: on a terminal in one line, elsewhere nothing. */
export function counting(terminal: Terminal, say: (count: number) => string): (count: number) => void {
  return (count) => {
    if (terminal.isTTY) terminal.write(`\r\x1b[2K${say(count)}`);
  };
}
