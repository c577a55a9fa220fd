import type { StoredVault } from './vault.js';

type Tries = Pick<StoredVault, 'wrongTries' | 'lastTryAt'>;

/** The count of tries that had no space in the tables; nothing when it is in there. */
export function triesBeside(vault: string): Partial<Tries> {
  const kept = localStorage.getItem(nameOf(vault));
  return kept === null ? {} : (JSON.parse(kept) as Tries);
}

export function keepTriesBeside({ id, wrongTries, lastTryAt }: StoredVault): void {
  localStorage.setItem(nameOf(id), JSON.stringify({ wrongTries, lastTryAt } satisfies Tries));
}

export function forgetTriesBeside(vault: string): void {
  localStorage.removeItem(nameOf(vault));
}

function nameOf(vault: string): string {
  return `tries ${vault}`;
}
