import { createContext, useContext } from 'react';
import type { StampName } from '#fieldwork';
import type { Instrument, Option, Scale } from '#instruments';
import type { Trouble } from './found.js';
import type { Notice } from './notice.js';
import type { SheetChange } from './sheet-changes.js';

/** What a time that is typed means. */
export interface Times {
  /** An ISO instant of its day. */
  readonly day: string;
  readonly timeZone: string;
  /** The moments that are offered beside now, ISO instants; null: a time of day alone is asked for, of no day, so none is. */
  readonly stamps: Readonly<Partial<Record<StampName, string>>> | null;
}

/** Times as a public page keeps them: those of no day. */
export const timesOfNoDay: Times = { day: '1970-01-01T00:00:00Z', timeZone: 'UTC', stamps: null };

/** What every question works with, in a visit and in an interview. */
export interface Filling {
  readonly instrument: Instrument;
  readonly scales: ReadonlyMap<string, Scale>;
  /** The options of a scale in the order they are shown. */
  readonly ordered: (scale: Scale) => readonly Option[];
  readonly times: Times;
  readonly change: (change: SheetChange) => void;
  /** By the path of the item. */
  readonly troubles: ReadonlyMap<string, readonly Trouble[]>;
  /** What is merely missing is told at the items too: from the first look at the last page on. */
  readonly tellsMissing: boolean;
  /** The reviewer's notes by the path of the item. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
  /** Whether pictures stand beside answers: plain notes have none. */
  readonly pictured: boolean;
  /** Somebody else is asked for an opinion: no colour tells which answer is the good one, and notes are remarks. */
  readonly respondent: boolean;
  /** Says something in the line above the buttons. */
  readonly tell: (notice: Notice | null) => void;
}

export const FillingContext = createContext<Filling | null>(null);

export function useFilling(): Filling {
  const filling = useContext(FillingContext);
  if (!filling) throw new Error('Nothing is filled around this');
  return filling;
}
