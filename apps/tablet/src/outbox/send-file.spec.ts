import { ServerRefusal, Unreachable } from '../server/refusals.js';
import type { Upload } from '../server/server.js';
import { chunkBytes, sendFile } from './send-file.js';

const bytes = new Uint8Array(600_000);

/** A server that has the first `has` bytes, and whose answers can be turned. */
function server(has: number, turn: (upload: Upload, at: number) => Upload = (upload) => upload) {
  const asked: number[] = [];
  let offset = has;
  const stands = (): Upload => ({ hash: 'h', offset, complete: offset === bytes.length });
  return {
    asked,
    uploaded: () => Promise.resolve(stands()),
    upload: (_: string, chunk: Uint8Array, at: number) => {
      asked.push(at);
      if (at !== offset) throw new ServerRefusal(409, 'media.offsetDiffers', '', { offset }, [], null);
      offset += chunk.length;
      return Promise.resolve(turn(stands(), asked.length));
    },
    lose: (to: number) => (offset = to),
  };
}

describe('sendFile', () => {
  it.each([
    ['one that was never begun from its start', 0, [0, chunkBytes, 2 * chunkBytes]],
    ['one that broke off from where it stopped', 300_000, [300_000, 300_000 + chunkBytes]],
    ['nothing of one that is there', 600_000, []],
  ])('sends %s', async (_, has, offsets) => {
    const one = server(has);
    await sendFile(one, 'h', bytes, () => undefined);
    expect(one.asked).toEqual(offsets);
  });

  it('goes on from where the server says when that is another place', async () => {
    const one = server(0, (upload, at) => {
      if (at === 1) one.lose(100_000);
      return upload;
    });
    await sendFile(one, 'h', bytes, () => undefined);
    expect(one.asked.slice(0, 3)).toEqual([0, chunkBytes, 100_000]);
  });

  it('gives up on a server that takes bytes and does not get on', async () => {
    const one = server(0, (upload) => ({ ...upload, offset: 0, complete: false }));
    await expect(sendFile(one, 'h', bytes, () => undefined)).rejects.toThrow(Unreachable);
  });

  it('gives up on a server that cannot make up its mind', async () => {
    const one = {
      uploaded: () => Promise.resolve({ hash: 'h', offset: 0, complete: false }),
      upload: () => Promise.reject(new ServerRefusal(422, 'media.hashDiffers', '', {}, [], null)),
    };
    await expect(sendFile(one, 'h', bytes, () => undefined)).rejects.toThrow('media.hashDiffers');
  });
});
