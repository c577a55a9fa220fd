import { Agent, get } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { ownServer, testDatabase, type OwnServer } from '../platform/database.js';
import { built, service, until, type Program } from './processes.js';

interface Api extends Program {
  readonly port: number;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function api(databaseUrl: string): Promise<Api> {
  const port = await freePort();
  const started = { port, ...service('api', { DATABASE_URL: databaseUrl, PORT: String(port) }) };
  await until(async () => (await statusOf(started, '/health')) === 200);
  return started;
}

interface Answer {
  readonly status: number;
  /** Why there was none. */
  readonly fault: string;
}

function ask(port: number, path: string, agent: Agent | false = false): Promise<Answer> {
  return new Promise((resolve) => {
    get({ port, host: '127.0.0.1', path, agent }, (response) => {
      response.resume().once('end', () => resolve({ status: response.statusCode ?? 0, fault: '' }));
    }).once('error', (error: { code?: string }) => resolve({ status: 0, fault: error.code ?? 'unknown' }));
  });
}

async function statusOf({ port }: Api, path: string): Promise<number> {
  return (await ask(port, path)).status;
}

beforeAll(built);

describe('the API and a database that is away (R-8)', () => {
  let server: OwnServer;
  beforeAll(async () => void (server = await ownServer()));
  afterAll(() => server.stop('immediate'));

  it.each(['fast', 'immediate'] as const)(
    'lives through it at the start and later (%s), and recovers by itself',
    async (how) => {
      await server.stop(how);
      const process = await api(server.url);
      expect(await statusOf(process, '/health/ready')).toBe(503);
      await server.start();
      await until(async () => (await statusOf(process, '/health/ready')) === 200);

      await server.stop(how);
      await until(async () => (await statusOf(process, '/health/ready')) === 503);
      expect(await statusOf(process, '/health')).toBe(200);
      await server.start();
      await until(async () => (await statusOf(process, '/health/ready')) === 200);
      expect(process.child.exitCode).toBeNull();
      process.child.kill('SIGTERM');
      expect(await process.ended).toBe(0);
    },
  );
});

describe('the API told to stop under load (R-17)', () => {
  it('fails no request, one process after the other', async () => {
    const url = await testDatabase();
    const processes = await Promise.all([api(url), api(url)]);
    const load = clients(16, processes);
    await load.answered(300);
    for (const process of processes.slice(0, 1)) process.child.kill('SIGTERM');
    expect(await processes[0]?.ended).toBe(0);
    await load.answered(300);
    expect(await load.end()).toEqual([]);
    processes[1]?.child.kill('SIGTERM');
    expect(await processes[1]?.ended).toBe(0);
  });
});

/** Clients that ask without a pause, each on a kept connection to its own process, and go to another when that is gone. */
function clients(count: number, processes: readonly Api[]) {
  let answers = 0;
  let ending = false;
  const faults: Answer[] = [];
  const one = async (first: number): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let at = first; !ending;) {
      const answer = await ask(processes[at % processes.length]?.port ?? 0, '/health/ready', agent);
      if (answer.status === 200) answers++;
      else if (answer.fault === 'ECONNREFUSED') at++;
      else faults.push(answer);
    }
    agent.destroy();
  };
  const all = Promise.all(Array.from({ length: count }, (_, at) => one(at)));
  return {
    answered: (more: number) => {
      const enough = answers + more;
      return until(() => answers >= enough);
    },
    end: async () => {
      ending = true;
      await all;
      return faults;
    },
  };
}
