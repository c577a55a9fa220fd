import { connect, type Socket } from 'node:net';

/** What came back, as far as a bench looks at it. */
export interface RawAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * One kept connection that asks one thing at a time. Clients of libraries take as much of a core as the server they measure;
 * this one knows just enough of HTTP/1.1 for answers of ours with a length.
 */
export class RawClient {
  private received = '';
  private waiting: { resolve(answer: RawAnswer): void; reject(reason: Error): void } | null = null;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.on('data', (part: string) => this.take(part));
    socket.on('error', (error) => this.waiting?.reject(error));
    socket.on('close', () => this.waiting?.reject(new Error('The server closed the connection')));
  }

  static to(port: number): Promise<RawClient> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new RawClient(socket)));
      socket.once('error', reject);
    });
  }

  ask(request: Buffer): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.waiting = null;
    this.socket.destroy();
  }

  private take(part: string): void {
    this.received += part;
    const head = this.received.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(this.received)?.[1] ?? 0);
    if (this.received.length < head + 4 + length) return;
    const answer = { status: Number(this.received.slice(9, 12)), body: this.received.slice(head + 4) };
    this.received = '';
    this.waiting?.resolve(answer);
  }
}
