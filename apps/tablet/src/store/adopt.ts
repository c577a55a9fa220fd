import { openVault } from '../vault/vault.js';
import type { NotesDatabase } from './database.js';
import { filesNeeded, type Change, type Kept } from './kept.js';
import type { OpenStore } from './open-store.js';
import { Records } from './records.js';

/**
 * Takes over from a vault that was put aside what has not been sent: drafts, visits and interviews that wait, messages, photos. Then that
 * vault goes. `other`: it is another shopper's, whose visits cannot be sent from here; it stays.
 */
export async function adoptAside(
  database: NotesDatabase,
  store: Pick<OpenStore, 'shopper' | 'takeOver'>,
  pin: string,
): Promise<'adopted' | 'wrong' | 'wait' | 'other'> {
  let result: 'wrong' | 'wait' | 'other' = 'wrong';
  for (const { id } of await database.vaultsAside()) {
    const opened = await openVault(database, id, pin);
    if (opened?.kind === 'wait') result = 'wait';
    if (opened?.kind !== 'open') continue;
    const aside = new Records(database, opened.keys);
    const kept = await aside.all();
    if (kept.enrolled?.shopper !== store.shopper) {
      result = 'other';
      continue;
    }
    await takeAll(aside, kept, store);
    await database.forgetVault(id);
    return 'adopted';
  }
  return result;
}

/** Photos one at a time, before what names them. */
async function takeAll(aside: Records, kept: Kept, store: Pick<OpenStore, 'takeOver'>): Promise<void> {
  for (const hash of filesNeeded(kept)) {
    const bytes = await aside.photo(hash);
    if (bytes) await store.takeOver([], [{ hash, bytes }]);
  }
  await store.takeOver(changesOf(kept), []);
}

function changesOf({ draft, waiting, message, sent, interview, answered, interviewed }: Kept): readonly Change[] {
  return [
    ...[...draft].map(([id, value]) => ({ kind: 'draft', id, value }) as const),
    ...[...waiting].map(([id, value]) => ({ kind: 'waiting', id, value }) as const),
    ...[...message].map(([id, value]) => ({ kind: 'message', id, value }) as const),
    ...[...sent].map(([id, value]) => ({ kind: 'sent', id, value }) as const),
    ...[...interview].map(([id, value]) => ({ kind: 'interview', id, value }) as const),
    ...[...answered].map(([id, value]) => ({ kind: 'answered', id, value }) as const),
    ...[...interviewed].map(([id, value]) => ({ kind: 'interviewed', id, value }) as const),
  ];
}
