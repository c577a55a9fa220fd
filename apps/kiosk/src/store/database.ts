/** The tables of this device: single things by name, answers that wait, answers that were refused. */
const tables = { kept: null, waiting: { autoIncrement: true }, aside: { autoIncrement: true } } as const;
export type Table = keyof typeof tables;

/** Opens the tables of this device, making them the first time. */
export function openTables(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('nujoom-kiosk', 1);
    opening.onupgradeneeded = () => {
      for (const [name, options] of Object.entries(tables)) opening.result.createObjectStore(name, options ?? {});
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(failure(opening.error));
  });
}

/** Does all of it or nothing; on the disk when it comes back, also if the power goes right after. */
export function change(
  tables: IDBDatabase,
  names: readonly Table[],
  work: (table: (name: Table) => IDBObjectStore) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = tables.transaction([...names], 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(failure(transaction.error));
    work((name) => transaction.objectStore(name));
  });
}

export function read<Value>(asked: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(failure(asked.error));
  });
}

function failure(cause: DOMException | null): Error {
  return new Error('the tables of this device', { cause });
}
