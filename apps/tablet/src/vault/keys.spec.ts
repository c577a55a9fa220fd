import { hiddenId, keysOf, newDeviceSecret, newRoot, wrappingKey } from './keys.js';
import { opened, sealed } from './sealed.js';
import { newStretching, stretched } from './stretch.js';

// A spec does not need the memory a tablet takes.
const quick = (salt = new Uint8Array(16)) => ({ ...newStretching(), memory: 64, salt });
const bytes = new TextEncoder().encode('a report');

async function vault(pin: string) {
  const secret = await newDeviceSecret();
  const root = await newRoot('v', await wrappingKey(stretched(pin, quick()), secret));
  const open = async (tried: string, on = secret) =>
    keysOf('v', await wrappingKey(stretched(tried, quick()), on), root);
  return { open };
}

describe('a vault', () => {
  it('is opened by its PIN on its device: the same keys each time', async () => {
    const { open } = await vault('402917');
    const [one, other] = [await open('402917'), await open('402917')];
    const kept = await sealed(one.data, 'here', bytes);
    expect(await opened(other.data, 'here', kept)).toEqual(bytes);
    expect(await hiddenId(one, 'work:')).toBe(await hiddenId(other, 'work:'));
  });

  it('is not opened by another PIN, nor by the PIN on another device', async () => {
    const { open } = await vault('402917');
    await expect(open('402918')).rejects.toThrow();
    await expect(open('402917', await newDeviceSecret())).rejects.toThrow();
  });

  it('does not let its keys out', async () => {
    const { data, ids } = await (await vault('402917')).open('402917');
    expect([data.extractable, ids.extractable, (await newDeviceSecret()).extractable]).toEqual([false, false, false]);
  });
});

describe('what is sealed', () => {
  it('is not opened at another place, nor when a bit of it changed, and never looks the same twice', async () => {
    const { data } = await (await vault('402917')).open('402917');
    const [one, other] = [await sealed(data, 'here', bytes), await sealed(data, 'here', bytes)];
    expect(one).not.toEqual(other);
    await expect(opened(data, 'there', one)).rejects.toThrow();
    for (const at of [0, 12, one.length - 1]) {
      const changed = one.map((byte, index) => (index === at ? byte ^ 1 : byte));
      await expect(opened(data, 'here', changed)).rejects.toThrow();
    }
  });
});

it('argon2id is that of RFC 9106', () => {
  // Its test vector has a secret and associated data, which this use has not; the reference program gives this one.
  const salt = new TextEncoder().encode('somesalt');
  const hash = stretched('password', { kind: 'argon2id', memory: 256, passes: 2, lanes: 1, salt });
  expect(Buffer.from(hash).toString('hex')).toBe('9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe');
});
