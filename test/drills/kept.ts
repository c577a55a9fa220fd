import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { EmbeddedServer, migrate } from '#database';
import { migrations } from '../../migrations/index.js';
import { killIfThere, processesOn, service, until, type Program } from '../start/processes.js';

/** A seeded source of chance, so that a drill that fails can be run again. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Asks a database over a connection of its own. */
export async function sqlOn<Row>(url: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows as Row[];
  } finally {
    await client.end();
  }
}

/** Gives a shopper a tablet. @returns its token */
export async function enrolled(url: string, shopper: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await sqlOn(
    url,
    `insert into devices (id, account_id, label, token_hash) select $1, id, 'drill', $2 from accounts where name = $3`,
    [randomUUID(), createHash('sha256').update(token).digest(), shopper],
  );
  return token;
}

/** The api as a process that is killed and started again on the same port. */
export class KilledApi {
  private program: Program | null = null;

  constructor(
    readonly port: number,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.program = service('api', { PORT: String(this.port), ...this.env });
    await until(async () => (await statusOf(`${this.url}/health`)) === 200);
  }

  /** Without a last word. */
  async kill(): Promise<void> {
    this.program?.child.kill('SIGKILL');
    await this.program?.ended;
  }
}

/** A database server that keeps what it was told to keep, killed and started again at the same address. */
export class KilledDatabase {
  private constructor(
    private readonly home: string,
    private readonly server: EmbeddedServer,
    readonly url: string,
  ) {}

  /** One with all tables, in a folder of its own. */
  static async in(home: string): Promise<KilledDatabase> {
    const server = new EmbeddedServer({ home, language: 'en' }, true);
    const url = await server.start();
    await migrate(url, migrations);
    return new KilledDatabase(home, server, url);
  }

  async start(): Promise<void> {
    const url = await this.server.start();
    if (url !== this.url) throw new Error('The database came back at another address: somebody took its port.');
  }

  /** Every process of it, without a last word. */
  async kill(): Promise<void> {
    for (const pid of this.processes()) killIfThere(pid);
    await until(() => this.processes().length === 0);
  }

  end(): Promise<void> {
    return this.server.stop('immediate');
  }

  /** The api, which has the folder as a setting, is none of them. */
  private processes(): number[] {
    return processesOn(`${this.home}/database/cluster`);
  }
}

/** Sends the same until it is answered for good, as a tablet does. @returns the status and body of that answer */
export async function sendUntilTaken(
  ask: () => Promise<Response>,
  giveUp: AbortSignal,
): Promise<{ status: number; body: Record<string, unknown>; tries: number }> {
  for (let tries = 1; ; tries += 1) {
    giveUp.throwIfAborted();
    try {
      const answer = await ask();
      const body = (await answer.json()) as Record<string, unknown>;
      if (answer.status < 500 && answer.status !== 429) return { status: answer.status, body, tries };
    } catch {
      // Cut off: whether it was taken is not known, so it is sent again.
    }
    await pause(20);
  }
}

async function statusOf(url: string): Promise<number> {
  try {
    return (await fetch(url)).status;
  } catch {
    return 0;
  }
}
