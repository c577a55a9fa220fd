import type { Instrument } from '#instruments';
import type { Wording } from '#contract';
import type { VisitState } from './visit-state.js';

/** The states in which a shopper holds a visit on a tablet. */
export type HeldState = Extract<VisitState, 'assigned' | 'accepted' | 'inProgress' | 'returned'>;

/** A planned visit as the tablet of its shopper shows it. Nothing about other shoppers, nor of earlier results. */
export interface DeviceAssignment {
  readonly id: string;
  readonly state: HeldState;
  readonly cycle: string;
  readonly centre: {
    readonly code: string;
    readonly name: Wording;
    readonly agency: Wording;
    readonly channelType: string;
  };
  readonly scenario: { readonly code: string; readonly title: Wording; readonly brief: Wording };
  /** The service to ask for; null: any. */
  readonly service: Wording | null;
  readonly language: 'ar' | 'en';
  /** Days (YYYY-MM-DD), both included, and hours (HH:MM) in the time zone of the plan. */
  readonly due: { readonly from: string; readonly to: string; readonly hourFrom: string; readonly hourTo: string };
  /** Which instrument is filled: its version is frozen. */
  readonly instrument: { readonly code: string; readonly version: number };
  /** What was sent back, with the reviewer's notes; null unless the state is `returned`. */
  readonly returned: ReturnedReport | null;
}

/** A report that came back to be mended. */
export interface ReturnedReport {
  /** The report that a new revision replaces. */
  readonly report: string;
  readonly returnedAt: string;
  readonly reason: string;
  /** At an item by its path (`answers.wait`), or about the whole visit. */
  readonly notes: readonly { readonly item: string | null; readonly note: string }[];
  /** What was sent: the sheet, stamps, places and photos to go on from. Its files need not be sent again. */
  readonly sent: unknown;
}

/** All a tablet needs to work without a network. */
export interface DeviceWork {
  /** The server's time when this was made: an ISO instant. */
  readonly now: string;
  readonly shopper: string;
  readonly timeZone: string;
  readonly assignments: readonly DeviceAssignment[];
  /** Every instrument the assignments name, once each. */
  readonly instruments: readonly Instrument[];
}
