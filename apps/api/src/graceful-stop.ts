import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

/** How long a kept connection may still bring a request that was on its way when the stop began, in ms. */
const onTheWay = 500;

/**
 * Prepares a server to stop without failing a request; call it before it listens.
 *
 * The stop lets in no new connection, answers what is in flight and what still arrives on kept connections with
 * `Connection: close`, and closes those that stay silent. (`server.close()` of Node closes silent connections at once,
 * and a request that is just under way on one of them fails.)
 * @returns the stop: comes back when every connection is closed, after `patience` ms at the latest
 */
export function gracefulStop(server: Server): (patience: number) => Promise<void> {
  const unanswered = new Set<ServerResponse>();
  let stopping = false;
  server.prependListener('request', (_request, response: ServerResponse) => {
    unanswered.add(response);
    response.once('close', () => unanswered.delete(response));
    if (stopping) response.shouldKeepAlive = false;
  });

  return async (patience) => {
    const until = Date.now() + patience;
    // Connections that the system has already accepted for us come in before the door is shut; and it is shut before
    // anybody is sent away, or he would knock again at once.
    await nextTurn();
    const closed = once(server, 'close');
    NetServer.prototype.close.call(server);
    stopping = true;
    for (const response of unanswered) response.shouldKeepAlive = false;
    await Promise.race([closed, pause(Math.min(onTheWay, patience))]);
    while (unanswered.size > 0 && Date.now() < until) await pause(10);
    server.closeAllConnections();
    await closed;
  };
}
