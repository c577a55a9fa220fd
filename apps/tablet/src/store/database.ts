import { Dexie, type Table } from 'dexie';
import { forgetTriesBeside, keepTriesBeside, triesBeside } from '../vault/tries-beside.js';
import type { StoredVault, TriesKept } from '../vault/vault.js';
import { writeRefusal } from './write-refusal.js';

/** Something sealed: what it is and what it is called is inside. */
export interface SealedRecord {
  /** Tells nothing: see `hiddenId`. */
  readonly id: string;
  /** Which vault opens it. */
  readonly vault: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The name is as plain as the application looks. */
export const databaseName = 'notes';

/** The tables of the tablet. A transaction is done when it is on the disk. */
export class NotesDatabase extends Dexie implements TriesKept {
  declare readonly vaults: Table<StoredVault, string>;
  /** Work, drafts, what waits, receipts, the token: small, all read when the vault opens. */
  declare readonly records: Table<SealedRecord, string>;
  /** Photos: read one at a time. */
  declare readonly files: Table<SealedRecord, string>;

  constructor() {
    super(databaseName, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ vaults: 'id, role', records: 'id, vault', files: 'id, vault' });
  }

  async currentVault(): Promise<StoredVault | null> {
    const current = await this.vaults.where('role').equals('current').first();
    return current ? { ...current, ...triesBeside(current.id) } : null;
  }

  async vaultsAside(): Promise<readonly StoredVault[]> {
    return this.vaults.where('role').equals('aside').toArray();
  }

  /** A vault with all it holds. */
  async forgetVault(id: string): Promise<void> {
    await this.transaction('rw', this.vaults, this.records, this.files, async () => {
      await this.vaults.delete(id);
      await this.records.where('vault').equals(id).delete();
      await this.files.where('vault').equals(id).delete();
    });
  }

  async vault(id: string): Promise<StoredVault | null> {
    const stored = await this.vaults.get(id);
    return stored ? { ...stored, ...triesBeside(id) } : null;
  }

  /** Without space for it, the count of tries goes where there is: who fills a tablet gets no more tries by it. */
  async update(id: string, change: (stored: StoredVault) => Partial<StoredVault>): Promise<void> {
    let changed: StoredVault | null = null;
    try {
      await this.transaction('rw', this.vaults, async () => {
        const stored = await this.vault(id);
        if (!stored) return;
        changed = { ...stored, ...change(stored) };
        await this.vaults.put(changed);
      });
      forgetTriesBeside(id);
    } catch (error) {
      if (writeRefusal(error).code !== 'full' || changed === null) throw error;
      keepTriesBeside(changed);
    }
  }
}
