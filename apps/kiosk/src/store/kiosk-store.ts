import type { SentResponse } from '#campaigns';
import type { SurveyForm } from '../../../api/src/surveys/kiosk/survey-form.js';
import type { KeptPin } from '../pin/pin-hash.js';
import { change, openTables, read } from './database.js';

/** An answer on this device: under the id it is stored by once, however often it is sent. */
export interface Waiting {
  readonly id: string;
  /** When it was finished, ms by the clock of this device. */
  readonly at: number;
  readonly sent: SentResponse;
}

/** An answer the server will never take, with its words. */
export interface Aside extends Waiting {
  readonly code: string;
  readonly title: string;
}

/** An answer that is being given. */
export interface Draft extends Waiting {
  /** Whether it may be sent as it is. */
  readonly isEnough: boolean;
}

/** Single things that are kept. */
interface Kept {
  readonly form: SurveyForm;
  readonly pin: KeptPin;
  readonly tries: { readonly wrong: number; readonly at: number };
  /** When the server last answered, ms by the clock of this device. */
  readonly contact: number;
  readonly draft: Draft;
  /** Taps that were ignored since the last answer was finished. */
  readonly repeated: number;
}

/** What this device keeps until it has arrived. Nothing here tells who somebody is; the PIN is kept as a hash. */
export class KioskStore {
  private constructor(private readonly tables: IDBDatabase) {}

  static async open(): Promise<KioskStore> {
    return new KioskStore(await openTables());
  }

  async kept<Name extends keyof Kept>(name: Name): Promise<Kept[Name] | null> {
    const asked = this.tables.transaction('kept').objectStore('kept').get(name) as IDBRequest<Kept[Name] | undefined>;
    return (await read(asked)) ?? null;
  }

  keep<Name extends keyof Kept>(name: Name, value: Kept[Name]): Promise<void> {
    return change(this.tables, ['kept'], (table) => void table('kept').put(value, name));
  }

  dropDraft(): Promise<void> {
    return change(this.tables, ['kept'], (table) => void table('kept').delete('draft'));
  }

  /** The answer waits to be sent, and the next one begins with no repeated taps: all at once. */
  finish({ id, at, sent }: Waiting): Promise<void> {
    return change(this.tables, ['waiting', 'kept'], (table) => {
      table('waiting').add({ id, at, sent } satisfies Waiting);
      table('kept').delete('draft');
      table('kept').put(0, 'repeated');
    });
  }

  /** What waits, the first finished first. */
  waiting(): Promise<readonly (readonly [IDBValidKey, Waiting])[]> {
    return this.all<Waiting>('waiting');
  }

  aside(): Promise<readonly (readonly [IDBValidKey, Aside])[]> {
    return this.all<Aside>('aside');
  }

  /** The server has it: only now it goes. */
  arrived(key: IDBValidKey): Promise<void> {
    return change(this.tables, ['waiting'], (table) => void table('waiting').delete(key));
  }

  setAside(key: IDBValidKey, aside: Aside): Promise<void> {
    return change(this.tables, ['waiting', 'aside'], (table) => {
      table('waiting').delete(key);
      table('aside').add(aside);
    });
  }

  /** What was refused waits once more. */
  async againAll(): Promise<void> {
    const refused = await this.aside();
    await change(this.tables, ['waiting', 'aside'], (table) => {
      for (const [key, { id, at, sent }] of refused) {
        table('waiting').add({ id, at, sent } satisfies Waiting);
        table('aside').delete(key);
      }
    });
  }

  private async all<Value>(name: 'waiting' | 'aside'): Promise<readonly (readonly [IDBValidKey, Value])[]> {
    const table = this.tables.transaction(name).objectStore(name);
    const [keys, values] = await Promise.all([read(table.getAllKeys()), read(table.getAll() as IDBRequest<Value[]>)]);
    return keys.map((key, at) => [key, values[at] as Value] as const);
  }
}
