import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useTabletState } from '../parts/use-store.js';
import type { Filled } from '../store/filled.js';
import type { TabletState, TabletStore } from '../store/model.js';
import { SheetKeeper, type Keeping } from './sheet-keeper.js';

/** Where in the store one kind of what is filled is kept; always the same object. */
export interface KeptWhere<Of extends Filled> {
  readonly save: (store: TabletStore, filled: Of) => Promise<void>;
  /** All that is open of this kind. */
  readonly among: (state: TabletState) => readonly Of[];
}

/** Whether all is saved, and how to try once more. */
export interface Saving {
  readonly keeping: Keeping;
  readonly onRetry: () => void;
}

/** What is open as it stands, and its keeper. */
export interface KeptNow<Of extends Filled> {
  readonly keeper: SheetKeeper<Of>;
  readonly draft: Of;
  readonly saving: Saving;
}

/** What is open with its keeper: drawn anew with every change. */
export function useKept<Of extends Filled>(store: TabletStore, opened: Of, where: KeptWhere<Of>): KeptNow<Of> {
  // One keeper as long as it is open: the store tells of each save, and that must not begin anew.
  const keeper = useMemo(() => new SheetKeeper(opened, (filled) => where.save(store, filled)), [store, opened, where]);
  const { draft, keeping } = useSyncExternalStore(keeper.subscribe, () => keeper.current);
  useEffect(
    () =>
      store.subscribe(() => {
        const now = where.among(store.state).find(({ id }) => id === opened.id);
        if (now) keeper.follow(now);
      }),
    [store, opened, where, keeper],
  );
  // The store tries by itself what failed: once it holds nothing back, all is saved.
  const { unsaved } = useTabletState(store);
  const saving: Saving = {
    keeping: keeping === 'failed' && unsaved === null ? 'saved' : keeping,
    onRetry: () => void keeper.settled().catch(() => undefined),
  };
  return { keeper, draft, saving };
}
