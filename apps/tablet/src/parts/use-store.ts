import { useCallback, useSyncExternalStore } from 'react';
import type { TabletState, TabletStore } from '../store/model.js';

/** What the store holds now; the screen is drawn anew whenever it changes. */
export function useTabletState(store: TabletStore): TabletState {
  const subscribe = useCallback((changed: () => void) => store.subscribe(changed), [store]);
  return useSyncExternalStore(subscribe, () => store.state);
}
