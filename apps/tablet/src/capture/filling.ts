import { createContext, useContext } from 'react';
import type { Instrument, Scale } from '#instruments';
import type { Draft, TabletStore } from '../store/model.js';
import type { DraftChange } from './draft-changes.js';
import type { Trouble } from './found.js';
import type { Notice } from './notice.js';

/** What every part of an open visit works with. */
export interface Filling {
  readonly store: TabletStore;
  readonly instrument: Instrument;
  readonly scales: ReadonlyMap<string, Scale>;
  readonly draft: Draft;
  readonly change: (change: DraftChange) => void;
  /** The draft at this moment, which may be newer than what is drawn: for what ends after a wait. */
  readonly latest: () => Draft;
  /** Resolves when the latest draft is durable. */
  readonly settled: () => Promise<void>;
  /** By the path of the item. */
  readonly troubles: ReadonlyMap<string, readonly Trouble[]>;
  /** What is merely missing is told at the items too: from the first look at the last page on. */
  readonly tellsMissing: boolean;
  /** The reviewer's notes by the path of the item. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
  readonly covert: boolean;
  /** Says something in the line above the buttons. */
  readonly tell: (notice: Notice | null) => void;
}

export const FillingContext = createContext<Filling | null>(null);

export function useFilling(): Filling {
  const filling = useContext(FillingContext);
  if (!filling) throw new Error('No visit is open around this');
  return filling;
}
