import { hiddenId, type Keys } from '../vault/keys.js';
import { opened, sealed } from '../vault/sealed.js';
import type { NotesDatabase, SealedRecord } from './database.js';
import { afterChange, nothingKept, type Change, type Kept } from './kept.js';

/** What goes to the disk at once: all of it or nothing. */
export interface Write {
  readonly changes: readonly Change[];
  /** Photos to keep, by their hash. */
  readonly files?: readonly { readonly hash: string; readonly bytes: Uint8Array<ArrayBuffer> }[];
  /** Photos to forget, by their hash. */
  readonly forget?: readonly string[];
}

/** The sealed records and photos of one open vault. */
export class Records {
  constructor(
    private readonly database: NotesDatabase,
    readonly keys: Keys,
  ) {}

  /** All there is but the photos. */
  async all(): Promise<Kept> {
    const records = await this.database.records.where('vault').equals(this.keys.vault).toArray();
    const changes = await Promise.all(records.map((record) => this.open(record)));
    return changes.reduce(afterChange, nothingKept);
  }

  /** These things as they are on the disk now. */
  async now(things: readonly Pick<Change, 'kind' | 'id'>[]): Promise<readonly Change[]> {
    const ids = await Promise.all(things.map((thing) => this.idOf(thing)));
    const records = await this.database.records.bulkGet(ids);
    const found = await Promise.all(records.map(async (record) => record && (await this.open(record))));
    return things.map(({ kind, id }, index) => found[index] ?? { kind, id, value: null });
  }

  /** One transaction. Photos lie under their own ids, so they and what names them come and go together. */
  async write({ changes, files = [], forget = [] }: Write): Promise<void> {
    const gone = changes.filter(({ value }) => value === null);
    const [records, photos, goneIds, forgetIds] = await Promise.all([
      Promise.all(changes.filter(({ value }) => value !== null).map((change) => this.sealedChange(change))),
      Promise.all(files.map(({ hash, bytes }) => this.sealed(fileName(hash), bytes))),
      Promise.all(gone.map((thing) => this.idOf(thing))),
      Promise.all(forget.map((hash) => hiddenId(this.keys, fileName(hash)))),
    ]);
    const { database } = this;
    await database.transaction('rw', database.records, database.files, async () => {
      if (photos.length > 0) await database.files.bulkPut(photos);
      if (records.length > 0) await database.records.bulkPut(records);
      if (goneIds.length > 0) await database.records.bulkDelete(goneIds);
      if (forgetIds.length > 0) await database.files.bulkDelete(forgetIds);
    });
  }

  async photo(hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const record = await this.database.files.get(await hiddenId(this.keys, fileName(hash)));
    return record ? opened(this.keys.data, record.id, record.bytes) : null;
  }

  async hasPhoto(hash: string): Promise<boolean> {
    const id = await hiddenId(this.keys, fileName(hash));
    return (await this.database.files.where('id').equals(id).count()) > 0;
  }

  /** Forgets photos that nothing names: their draft was not saved any more when the tablet went off. */
  async sweep(needed: ReadonlySet<string>): Promise<void> {
    const keep = new Set(await Promise.all([...needed].map((hash) => hiddenId(this.keys, fileName(hash)))));
    const { files } = this.database;
    const there = await files.where('vault').equals(this.keys.vault).primaryKeys();
    await files.bulkDelete(there.filter((id) => !keep.has(id)));
  }

  private idOf({ kind, id }: Pick<Change, 'kind' | 'id'>): Promise<string> {
    return hiddenId(this.keys, `${kind}:${id}`);
  }

  private sealedChange(change: Change): Promise<SealedRecord> {
    return this.sealed(`${change.kind}:${change.id}`, new TextEncoder().encode(JSON.stringify(change)));
  }

  private async sealed(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<SealedRecord> {
    const id = await hiddenId(this.keys, name);
    return { id, vault: this.keys.vault, bytes: await sealed(this.keys.data, id, bytes) };
  }

  private async open({ id, bytes }: SealedRecord): Promise<Change> {
    return JSON.parse(new TextDecoder().decode(await opened(this.keys.data, id, bytes))) as Change;
  }
}

function fileName(hash: string): string {
  return `file:${hash}`;
}
