import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BuiltTablet } from './built-tablet.js';

/** Answers everything under /api/. */
export type Office = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** The same as the api sets for the application. */
const policy =
  "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data: blob:;font-src 'self';connect-src 'self';worker-src 'self';manifest-src 'self';form-action 'none';frame-ancestors 'none';base-uri 'none'";

export interface Front {
  readonly url: string;
  /** What is served from now on, as after a deployment. */
  serve(files: BuiltTablet): void;
  /** Who answers from now on. */
  ask(office: Office): void;
  close(): Promise<void>;
}

const running: Front[] = [];
afterAll(() => Promise.all(running.map((front) => front.close())));

/** One address for the application and the office, as in the field. It ends with the tests of its file. */
export async function front(files: BuiltTablet, office: Office): Promise<Front> {
  let served = files;
  let asked = office;
  const server = createServer((incoming, response) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://front');
    if (pathname.startsWith('/api/')) return void asked(incoming, response);
    const file = served.get(pathname);
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': file.type,
      'content-security-policy': policy,
      'cache-control': 'no-cache',
    });
    response.end(file.bytes);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const it: Front = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve: (next) => (served = next),
    ask: (next) => (asked = next),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  running.push(it);
  return it;
}

/** Hands every question on to a real api. */
export function officeAt(api: string): Office {
  return (incoming, response) => {
    const { method, headers } = incoming;
    const onward = request(api + (incoming.url ?? '/'), { method, headers: { ...headers, host: new URL(api).host } });
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    incoming.pipe(onward);
  };
}
