import type { Draft, TabletStore } from '../store/model.js';
import { useKept, type KeptNow } from '../filling/use-kept.js';

/** An open draft with its keeper: drawn anew with every change. */
export function useKeptDraft(store: TabletStore, opened: Draft): KeptNow<Draft> {
  return useKept(opened, {
    save: (draft) => store.save(draft),
    now: () => store.state.drafts.find(({ id }) => id === opened.id),
    subscribe: (changed) => store.subscribe(changed),
  });
}
