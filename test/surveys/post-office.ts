import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A letter as the mail server received it. */
export interface ReceivedLetter {
  readonly from: string;
  readonly to: readonly string[];
  /** All of it, as it came over the wire. */
  readonly raw: string;
  /** Its headers by their names in small letters, unfolded. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A mail server on this machine. It refuses whatever address it is told to, with the code it is told. */
export class PostOffice {
  readonly letters: ReceivedLetter[] = [];
  readonly refusing = new Map<string, number>();
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _, done) => {
      const code = this.refusing.get(address);
      done(code === undefined ? null : Object.assign(new Error('no'), { responseCode: code }));
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString();
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        this.letters.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw, headers: headersIn(raw) });
        done();
      });
    },
  });

  /** Comes back with its address when it listens. */
  open(): Promise<string> {
    return new Promise((resolve) => {
      const listening = this.server.listen(0, '127.0.0.1', () =>
        resolve(`smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`),
      );
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}

function headersIn(raw: string): Record<string, string> {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
  return Object.fromEntries(head.split('\r\n').map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()])); // prettier-ignore
}

/** The parts of a letter as text: plain and HTML, decoded. */
export function partsOf({ raw }: ReceivedLetter): string[] {
  const boundary = /boundary="?([^"\r\n]+)"?/.exec(raw)?.[1] ?? '';
  return raw
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => Buffer.from(part.slice(part.indexOf('\r\n\r\n') + 4), 'base64').toString());
}

/** A header's encoded words (RFC 2047) as text. */
export function decoded(header: string): string {
  return header
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('latin1')
        : text
            .replaceAll('_', ' ')
            .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    )
    .replaceAll(/[\x80-\xff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString());
}

/** A gateway for SMS on this machine, which answers as it is told. */
export class Gateway {
  readonly posted: {
    readonly body: { to: string; text: string; id: string };
    readonly headers: Record<string, unknown>;
  }[] = [];
  answer: { readonly status: number; readonly headers?: Readonly<Record<string, string>> } = { status: 202 };
  private server: Server | null = null;

  open(): Promise<string> {
    this.server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        this.posted.push({ body: JSON.parse(body) as never, headers: request.headers });
        response.writeHead(this.answer.status, this.answer.headers).end('{}');
      });
    });
    const { server } = this;
    return new Promise((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`)),
    );
  }

  close(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}
