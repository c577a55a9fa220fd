import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gracefulStop } from './graceful-stop.js';

interface Served {
  readonly server: Server;
  readonly stop: (patience: number) => Promise<void>;
  /** Requests that arrived and wait for their answer. */
  readonly waiting: ServerResponse[];
}

async function served(): Promise<Served> {
  const waiting: ServerResponse[] = [];
  const server = createServer((incoming, response) => {
    if (incoming.url === '/wait') waiting.push(response);
    else response.end('now');
    server.emit('taken');
  });
  const stop = gracefulStop(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, stop, waiting };
}

function ask(server: Server, path: string, agent: Agent | false = false): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    request({ port, host: '127.0.0.1', path, agent }, (response) =>
      response.resume().once('end', () => resolve(response)),
    )
      .once('error', reject)
      .end();
  });
}

describe('a graceful stop', () => {
  it('finishes what is in flight, and says that the connection ends', async () => {
    const { server, stop, waiting } = await served();
    const agent = new Agent({ keepAlive: true });
    const answer = ask(server, '/wait', agent);
    await once(server, 'taken');
    const stopped = stop(30_000);
    while (server.listening) await new Promise(setImmediate);
    waiting[0]?.end('done');
    expect((await answer).headers.connection).toBe('close');
    await stopped;
  });

  it('answers a request that comes on a kept connection after the stop began', async () => {
    const { server, stop } = await served();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const first = await ask(server, '/', agent);
    expect(first.headers.connection).toBe('keep-alive');
    const { port } = server.address() as AddressInfo;
    const stopped = stop(30_000);
    while (server.listening) await new Promise(setImmediate);
    const late = await new Promise<IncomingMessage>((resolve, reject) => {
      request({ port, host: '127.0.0.1', agent }, resolve).once('error', reject).end();
    });
    expect([late.statusCode, late.headers.connection]).toEqual([200, 'close']);
    late.resume();
    await stopped;
  });

  it('lets in nobody new', async () => {
    const { server, stop } = await served();
    const { port } = server.address() as AddressInfo;
    await stop(30_000);
    const refused = new Promise((resolve) => request({ port, host: '127.0.0.1' }).once('error', resolve).end());
    expect(await refused).toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('cuts off what does not finish in time', async () => {
    const { server, stop } = await served();
    const answer = ask(server, '/wait').catch((error: { code?: string }) => error.code);
    await once(server, 'taken');
    await stop(50);
    expect(await answer).toBe('ECONNRESET');
  });
});
