const warning = 40; // pino's number for "warn"; errors are above
const quietFor = 60_000;

/** What of a process's output belongs on the terminal: its warnings, its errors, and what it says outside of its log. */
export class Warnings {
  private readonly shown = new Map<string, number>();

  constructor(private readonly tell: (line: string) => void) {}

  /** One line of output. The same one is told again after a minute at the earliest. */
  take(line: string): void {
    const words = wordsOf(line);
    if (words === null || Date.now() - (this.shown.get(words) ?? -Infinity) < quietFor) return;
    if (this.shown.size > 500) this.shown.clear();
    this.shown.set(words, Date.now());
    this.tell(words);
  }
}

/** The words for the terminal, or null for what only the log needs: plain entries and the lines of a stack. */
function wordsOf(line: string): string | null {
  if (!line.startsWith('{')) return /^\s*(at |$)/.test(line) ? null : line;
  try {
    const entry = JSON.parse(line) as { level?: number; msg?: string; err?: { message?: string } };
    if ((entry.level ?? 0) < warning) return null;
    const parts = [entry.msg, entry.err?.message].map((part) => part?.split('\n')[0]);
    return parts.filter((part, at) => part && parts.indexOf(part) === at).join(': ');
  } catch {
    return line;
  }
}
