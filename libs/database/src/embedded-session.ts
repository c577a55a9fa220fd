import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';

/**
 * One session that is kept: when the server goes away it is opened again, with a growing delay, until it is closed.
 * Locks that belong to a session are so held again after a crash of the server.
 */
export class KeptSession {
  private client: Client | null = null;
  private closing = false;
  private reopening: Promise<void> | null = null;

  private constructor(private readonly open: (first: boolean) => Promise<Client>) {}

  /** @param open gives a connected client; `first` is false when the one before was lost. Its refusal at first is ours. */
  static async of(open: (first: boolean) => Promise<Client>): Promise<KeptSession> {
    const session = new KeptSession(open);
    session.keep(await open(true));
    return session;
  }

  /** Closes the session after a last use of it. When the server is away at that moment the last use is left out. */
  async close(last: (client: Client) => Promise<void>): Promise<void> {
    this.closing = true;
    await this.reopening;
    const { client } = this;
    if (!client) return;
    await last(client).catch(() => undefined);
    await client.end().catch(() => undefined);
  }

  private keep(client: Client): void {
    this.client = client;
    client.once('error', () => this.lost(client));
    client.once('end', () => this.lost(client));
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = null;
    // A second error of a client already given up has to find a listener.
    client.on('error', () => undefined);
    if (!this.closing) this.reopening = this.reopen();
  }

  private async reopen(): Promise<void> {
    for (let delay = 50; !this.closing; delay = Math.min(delay * 2, 5_000)) {
      try {
        return this.keep(await this.open(false));
      } catch {
        await pause(delay);
      }
    }
  }
}
