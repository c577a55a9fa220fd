import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Draft, TabletStore } from '../store/model.js';
import { DraftKeeper, type Kept } from './draft-keeper.js';

/** An open draft with its keeper: drawn anew with every change. */
export function useKeptDraft(store: TabletStore, opened: Draft): { readonly keeper: DraftKeeper; readonly kept: Kept } {
  // One keeper as long as the visit is open: the store tells of each save, and that must not begin anew.
  const keeper = useMemo(() => new DraftKeeper(opened, (draft) => store.save(draft)), [store, opened]);
  const kept = useSyncExternalStore(keeper.subscribe, () => keeper.current);
  useEffect(
    () =>
      store.subscribe(() => {
        const now = store.state.drafts.find(({ id }) => id === opened.id);
        if (now) keeper.follow(now);
      }),
    [keeper, store, opened.id],
  );
  return { keeper, kept };
}
