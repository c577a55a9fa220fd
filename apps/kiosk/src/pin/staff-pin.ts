import { waitLeft } from '../../../tablet/src/vault/tries.js';
import type { KioskStore } from '../store/kiosk-store.js';
import { hashedPin, isPin } from './pin-hash.js';

/** What came of a PIN: right, wrong, or not looked at for so many ms more. */
export type Tried = { readonly kind: 'right' | 'wrong' } | { readonly kind: 'wait'; readonly ms: number };

/** The PIN of the staff on this device. Every try is counted before it is looked at, also over a restart. */
export class StaffPin {
  constructor(private readonly store: KioskStore) {}

  async isSet(): Promise<boolean> {
    return (await this.store.kept('pin')) !== null;
  }

  async set(pin: string): Promise<void> {
    await this.store.keep('pin', await hashedPin(pin));
    await this.store.keep('tries', { wrong: 0, at: 0 });
  }

  async try(pin: string): Promise<Tried> {
    const [kept, tries] = [await this.store.kept('pin'), (await this.store.kept('tries')) ?? { wrong: 0, at: 0 }];
    if (kept === null) return { kind: 'wrong' };
    const ms = waitLeft(tries.wrong, tries.at, Date.now());
    if (ms > 0) return { kind: 'wait', ms };
    await this.store.keep('tries', { wrong: tries.wrong + 1, at: Date.now() });
    if (!(await isPin(pin, kept))) return { kind: 'wrong' };
    await this.store.keep('tries', { wrong: 0, at: 0 });
    return { kind: 'right' };
  }
}
