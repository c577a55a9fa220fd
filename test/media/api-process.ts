import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Accounts } from '#access';
import { servedApi } from '../api/served-api.js';
import { testDatabase } from '../platform/database.js';
import { built, program, until, type Program } from '../start/processes.js';

/** The built API as a process of its own, to be killed and started again, with somebody of the office signed in. */
export class ApiProcess {
  private constructor(
    readonly databaseUrl: string,
    readonly cookie: string,
    private readonly port: number,
    private readonly home: string,
    private running: Program,
  ) {}

  static async start(home: string): Promise<ApiProcess> {
    if (!process.env['NUJOOM_DIST']) await built();
    const databaseUrl = await testDatabase();
    const helper = await servedApi({ databaseUrl, environment: { NUJOOM_HOME: home } });
    const account = await helper.app.get(Accounts, { strict: false }).create('sender', 'office');
    const browser = helper.browser();
    await browser.signIn(account.name, account.password);
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const port = await freePort();
    const api = new ApiProcess(databaseUrl, cookie, port, home, launched(databaseUrl, port, home));
    await api.ready();
    return api;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Ends it at once, as a loss of power would, and starts it again. */
  async killAndStart(): Promise<void> {
    this.running.child.kill('SIGKILL');
    await this.running.ended;
    this.running = launched(this.databaseUrl, this.port, this.home);
    await this.ready();
  }

  async stop(): Promise<void> {
    this.running.child.kill('SIGTERM');
    await this.running.ended;
  }

  /** Linux only. */
  cpuSeconds(): number {
    const fields = readFileSync(`/proc/${this.running.pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }

  /** The most it held so far. Linux only. */
  memoryMb(): number {
    const status = readFileSync(`/proc/${this.running.pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
  }

  private ready(): Promise<void> {
    const answers = () =>
      fetch(`${this.url}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    return until(answers);
  }
}

function launched(databaseUrl: string, port: number, home: string): Program {
  const dist = process.env['NUJOOM_DIST'] ?? join(import.meta.dirname, '../../dist');
  const env = { DATABASE_URL: databaseUrl, PORT: String(port), NUJOOM_HOME: home };
  return program([join(dist, 'apps/api/src/main.js')], { env });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
