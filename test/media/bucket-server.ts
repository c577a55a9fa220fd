import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { faultOf, type Keys } from './signed-request.js';

/** How a store answers: as it should, without space in one of two ways, broken, or not at all. */
export type Mood = 'well' | 'full' | 'overQuota' | 'broken' | 'elsewhere';

/** A small S3-compatible store for tests: one bucket on loopback, whose requests have to be signed. */
export class BucketServer {
  readonly objects = new Map<string, Buffer>();
  readonly faults: string[] = [];
  mood: Mood = 'well';
  /** Changes what arrives, as a line would that nobody guards. */
  tamper: (body: Buffer) => Buffer = (body) => body;

  private constructor(
    private readonly server: Server,
    private readonly keys: Keys,
  ) {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => void this.answer(request, response));
  }

  static async start(keys: Keys): Promise<BucketServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new BucketServer(server, keys);
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/photos/2026`;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = this.tamper(Buffer.concat(parts));
    const { method = '', url = '' } = request;
    const headers = request.headers as Record<string, string>;
    const fault = faultOf({ method, url, headers, body }, this.keys);
    const told = (status: number, code: string) =>
      void response.writeHead(status).end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
    if (fault) {
      this.faults.push(fault);
      return told(fault === 'XAmzContentSHA256Mismatch' ? 400 : 403, fault);
    }
    if (this.mood === 'broken') return told(500, 'InternalError');
    if (this.mood === 'elsewhere') return void response.writeHead(307, { location: '/elsewhere' }).end();
    if (method === 'GET') {
      const found = this.objects.get(url);
      return found
        ? void response.writeHead(200, { 'content-length': found.length }).end(found)
        : told(404, 'NoSuchKey');
    }
    if (this.mood === 'full') return told(507, 'XMinioStorageFull');
    if (this.mood === 'overQuota') return told(403, 'QuotaExceeded');
    this.objects.set(url, body);
    response.writeHead(200).end();
  }
}
