import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line between a tablet and the front that breaks as often as it is told to, wherever it is in a question or an answer. */
export interface CutLine {
  readonly url: string;
  readonly cuts: () => number;
  /** From now on every connection breaks after up to so many bytes, until there were so many cuts. */
  breaks(cuts: number, mostBytes: number): void;
  close(): Promise<void>;
}

const running: CutLine[] = [];
afterAll(() => Promise.all(running.map((line) => line.close())));

/** @param chance 0 up to 1, from a seed: the same cuts in every run */
export async function cutLine(target: string, chance: () => number): Promise<CutLine> {
  const { hostname, port } = new URL(target);
  let left = 0;
  let most = 0;
  let made = 0;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    let budget = left > 0 ? Math.ceil(chance() * most) : Infinity;
    const cut = () => {
      near.resetAndDestroy();
      far.resetAndDestroy();
    };
    const pass = (from: Socket, to: Socket) =>
      from.on('data', (data: Buffer) => {
        // What came before the cut arrives: also a whole question whose answer then does not.
        to.write(budget < data.length ? data.subarray(0, budget) : data);
        budget -= data.length;
        if (budget >= 0 || near.destroyed) return;
        made += 1;
        left -= 1;
        if (to === near) cut();
        else to.end(cut);
      });
    pass(near, far);
    pass(far, near);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.on('error', () => other.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const line: CutLine = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: () => made,
    breaks: (cuts, mostBytes) => {
      [left, most] = [cuts, mostBytes];
      for (const socket of sockets) socket.destroy();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  running.push(line);
  return line;
}
