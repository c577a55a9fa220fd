import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Filled } from '../store/filled.js';
import { SheetKeeper, type KeptSheet } from './sheet-keeper.js';

/** Where what is filled is kept. */
export interface KeptWhere<Of extends Filled> {
  readonly save: (filled: Of) => Promise<void>;
  /** As the store has it now; undefined: it has it no more. */
  readonly now: () => Of | undefined;
  readonly subscribe: (changed: () => void) => () => void;
}

/** The keeper of what is open, and how it stands. */
export interface KeptNow<Of extends Filled> {
  readonly keeper: SheetKeeper<Of>;
  readonly kept: KeptSheet<Of>;
}

/** What is open with its keeper: drawn anew with every change. */
export function useKept<Of extends Filled>(opened: Of, where: KeptWhere<Of>): KeptNow<Of> {
  const place = useRef(where);
  useEffect(() => {
    place.current = where;
  });
  // One keeper as long as it is open: the store tells of each save, and that must not begin anew.
  const keeper = useMemo(() => new SheetKeeper(opened, (filled) => place.current.save(filled)), [opened]);
  const kept = useSyncExternalStore(keeper.subscribe, () => keeper.current);
  useEffect(
    () =>
      place.current.subscribe(() => {
        const now = place.current.now();
        if (now) keeper.follow(now);
      }),
    [keeper],
  );
  return { keeper, kept };
}
