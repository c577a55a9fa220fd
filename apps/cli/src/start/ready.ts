import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** Waits until the API at this address says that it is ready, or until `stop` is aborted. */
export async function waitUntilReady(address: URL, stop: AbortSignal): Promise<void> {
  while (!stop.aborted && !(await isReady(address))) await pause(50);
}

/** On a connection of its own: a kept one would be waited for when the API stops. */
function isReady(address: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(new URL('/health/ready', address), { agent: false, timeout: 5_000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(false));
  });
}
