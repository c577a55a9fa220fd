import { keysOf, newDeviceSecret, newRoot, wrappingKey, type Keys, type WrappedRoot } from './keys.js';
import { newStretching, type Stretching } from './stretch.js';
import { stretchedApart } from './stretch-apart.js';
import { waitLeft } from './tries.js';

/** What is kept of a vault. Without the PIN none of it opens anything; see docs/tablet.md for what guessing takes. */
export interface StoredVault {
  /** Random. */
  readonly id: string;
  /** The one in use; `aside`: a new code was used without the old PIN, and what it holds waits for that PIN. */
  readonly role: 'current' | 'aside';
  readonly stretching: Stretching;
  readonly deviceSecret: CryptoKey;
  readonly root: WrappedRoot;
  readonly wrongTries: number;
  /** Device time of the last try, in ms. */
  readonly lastTryAt: number;
}

/** Where the count of tries is kept: it has to survive a reload. */
export interface TriesKept {
  vault(id: string): Promise<StoredVault | null>;
  /** One transaction: what is there becomes what `change` makes of it. */
  update(id: string, change: (stored: StoredVault) => Partial<StoredVault>): Promise<void>;
}

export type Opened =
  | { readonly kind: 'open'; readonly keys: Keys }
  | { readonly kind: 'wrong'; readonly wrongTries: number; readonly waitMs: number }
  | { readonly kind: 'wait'; readonly wrongTries: number; readonly waitMs: number };

/** A vault for a new PIN, not stored yet, and its keys. */
export async function newVault(pin: string): Promise<{ readonly stored: StoredVault; readonly keys: Keys }> {
  const id = crypto.randomUUID();
  const stretching = newStretching();
  const deviceSecret = await newDeviceSecret();
  const wrapping = await wrappingKey(await stretchedApart(pin, stretching), deviceSecret);
  const root = await newRoot(id, wrapping);
  const stored: StoredVault = {
    id,
    role: 'current',
    stretching,
    deviceSecret,
    root,
    wrongTries: 0,
    lastTryAt: 0,
  };
  return { stored, keys: await keysOf(id, wrapping, root) };
}

/** Tries a PIN. A try counts before it is looked at, so that switching the tablet off does not make it undone. */
export async function openVault(kept: TriesKept, id: string, pin: string): Promise<Opened | null> {
  const stored = await kept.vault(id);
  if (!stored) return null;
  const now = Date.now();
  const waitMs = waitLeft(stored.wrongTries, stored.lastTryAt, now);
  if (waitMs > 0) {
    if (now < stored.lastTryAt) await kept.update(id, () => ({ lastTryAt: now }));
    return { kind: 'wait', wrongTries: stored.wrongTries, waitMs };
  }
  await kept.update(id, ({ wrongTries }) => ({ wrongTries: wrongTries + 1, lastTryAt: now }));
  const keys = await keysBy(stored, pin);
  if (keys) {
    await kept.update(id, () => ({ wrongTries: 0 }));
    return { kind: 'open', keys };
  }
  const wrongTries = stored.wrongTries + 1;
  return { kind: 'wrong', wrongTries, waitMs: waitLeft(wrongTries, now, Date.now()) };
}

async function keysBy(stored: StoredVault, pin: string): Promise<Keys | null> {
  const wrapping = await wrappingKey(await stretchedApart(pin, stored.stretching), stored.deviceSecret);
  try {
    return await keysOf(stored.id, wrapping, stored.root);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}
