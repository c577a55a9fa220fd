import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';

/**
 * A port of 127.0.0.1 that nothing listens on: the remembered one if it is free, else any.
 * @param remembered a file that holds the port of the last time, or null to take another one
 */
export async function freePort(remembered: string | null): Promise<number> {
  const last = remembered === null ? 0 : Number(await readFile(remembered, 'utf8').catch(() => '0'));
  return (await tryPort(Number.isInteger(last) && last > 0 && last < 65_536 ? last : 0)) ?? (await tryPort(0)) ?? 0;
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}
