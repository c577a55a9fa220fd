import { stampNames, type StampName } from '#fieldwork';

export type Stamps = Readonly<Partial<Record<StampName, string>>>;

/** The stamp that is expected next: the one after the last that was made; null when the end was stamped. */
export function nextStamp(stamps: Stamps): StampName | null {
  const last = stampNames.findLastIndex((name) => stamps[name] !== undefined);
  return stampNames[last + 1] ?? null;
}

/** Whole minutes between stamps. */
export interface Spans {
  /** From the ticket (arrival, where no ticket was given) to the counter. Null: nothing to measure. */
  readonly waiting: Span | null;
  /** From the counter to the end. */
  readonly service: Span | null;
}
export interface Span {
  readonly minutes: number;
  readonly running: boolean;
}

/** @param now what is still running is measured to it, in ms since 1970; null: the visit is over, nothing runs any more */
export function spansOf(stamps: Stamps, now: number | null): Spans {
  return {
    waiting: spanOf(stamps.ticket ?? stamps.arrival, stamps.counter, stamps.end, now),
    service: spanOf(stamps.counter, stamps.end, undefined, now),
  };
}

/** Nothing is measured when the visit ended before what it waits for came. */
function spanOf(
  from: string | undefined,
  to: string | undefined,
  ended: string | undefined,
  now: number | null,
): Span | null {
  if (from === undefined || (to === undefined && ended !== undefined)) return null;
  const until = to === undefined ? now : Date.parse(to);
  if (until === null) return null;
  const minutes = Math.floor((until - Date.parse(from)) / 60_000);
  return minutes < 0 ? null : { minutes, running: to === undefined };
}
