import { createContext, useContext } from 'react';
import type { Filling } from '../filling/filling.js';
import type { Draft, TabletStore } from '../store/model.js';
import type { DraftChange } from './draft-changes.js';

/** What every part of an open visit works with. */
export interface VisitFilling extends Omit<Filling, 'change'> {
  readonly store: TabletStore;
  readonly draft: Draft;
  readonly change: (change: DraftChange) => void;
  /** The draft at this moment, which may be newer than what is drawn: for what ends after a wait. */
  readonly latest: () => Draft;
  /** Resolves when the latest draft is durable. */
  readonly settled: () => Promise<void>;
  readonly covert: boolean;
}

export const VisitContext = createContext<VisitFilling | null>(null);

export function useVisit(): VisitFilling {
  const visit = useContext(VisitContext);
  if (!visit) throw new Error('No visit is open around this');
  return visit;
}
