import { createServer } from 'node:net';
import { Problem } from '#contract';
import type { Settings } from '#settings';

type Listening = Pick<Settings, 'port' | 'host'>;

/** Refuses when nobody could listen there now; see listenRefusal. Port 0 is any free one. */
export function refuseTakenPort(wanted: Listening): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => reject(listenRefusal(error, wanted)));
    server.listen({ ...wanted, exclusive: true }, () => server.close(() => resolve()));
  });
}

/** Why one cannot listen: `start.portTaken`, or `settings.invalid` for a port or an address that is not ours to take. */
export function listenRefusal(error: Error & { readonly code?: string }, { port, host }: Listening): Error {
  const invalid = (name: string, value: string | number, expected: string) =>
    new Problem('settings.invalid', { params: { name, value, expected } }, { cause: error });
  switch (error.code) {
    case 'EADDRINUSE':
      return new Problem('start.portTaken', { params: { port, host } }, { cause: error });
    case 'EACCES':
      return invalid('PORT', port, 'a port that this user may listen on, such as 3000');
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return invalid('HOST', host, 'an address of this machine, such as 127.0.0.1');
    default:
      return error;
  }
}
