import type { Actor } from '#access';
import { Problem, type Fault } from '#contract';
import { faultAt, firstFaults, shapeFaults } from '#documents';
import { SentVisit } from '#fieldwork';
import { check, type AnswerSheet } from '#instruments';
import { type KnownInstrument } from '#schemes';
import { writtenOf } from './sent-hash.js';
import { filesIn } from './sheet-photos.js';

/** A report that came in and whose content holds by itself; whether it fits the planned visit is decided in a transaction. */
export interface Arrival {
  /** Of the report, minted on the tablet. */
  readonly id: string;
  readonly accountId: string;
  readonly deviceId: string;
  readonly sent: SentVisit;
  /** Null: no published instrument has the name it gives. */
  readonly instrumentId: string | null;
  /** What is stored: the document as it was sent, all of it; only its names may stand in another order. */
  readonly text: string;
  readonly hash: string;
  /** The hashes of its photos, once each. */
  readonly photos: readonly string[];
  /** The device's clock minus ours, in ms; null: it did not tell. */
  readonly offsetMs: number | null;
}

/** The envelope of a report. @throws Problem `request.invalid` with every fault */
export function readSent(document: unknown): SentVisit {
  const { success, data, error } = SentVisit.safeParse(document, { reportInput: true });
  if (!success) throw new Problem('request.invalid', { faults: firstFaults(shapeFaults(error.issues)) });
  return data;
}

/** Checks the answers of a report against its instrument. @throws Problem `visit.answersInvalid` with every fault by item */
export function checkAnswers(sent: Pick<SentVisit, 'sheet' | 'photos'>, { compiled, files }: KnownInstrument): void {
  const faults = check(compiled, sent.sheet, { finished: true });
  refuse(faults);
  const photos = new Set(sent.photos.map(({ hash }) => hash));
  const absent: Fault[] = [];
  for (const { where, hash } of filesIn(sent.sheet as AnswerSheet, files)) {
    if (!photos.has(hash)) absent.push(faultAt(where, 'notAmongPhotos', undefined, hash));
  }
  refuse(absent);
}

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new Problem('visit.answersInvalid', { params: { count: faults.length }, faults });
}

/**
 * What a device sent, as it goes on into the store. An actor without an account or a device sends no reports.
 * @param deviceTime the device's clock as it sent this: an ISO instant; anything else tells nothing
 * @throws Problem `access.notAllowed`
 */
export function arrivalOf(
  shopper: Actor,
  id: string,
  { document, sent, instrumentId }: { document: unknown; sent: SentVisit; instrumentId: string | null },
  deviceTime: string | undefined,
): Arrival {
  const { accountId, deviceId } = shopper;
  if (accountId === null || deviceId === null) throw new Problem('access.notAllowed');
  return {
    id: id.toLowerCase(),
    accountId,
    deviceId,
    sent: { ...sent, assignment: sent.assignment.toLowerCase() },
    instrumentId,
    ...writtenOf(document),
    photos: [...new Set(sent.photos.map(({ hash }) => hash))],
    offsetMs: offsetOf(deviceTime),
  };
}

function offsetOf(deviceTime: string | undefined): number | null {
  const claimed = deviceTime === undefined ? NaN : Date.parse(deviceTime);
  return Number.isFinite(claimed) ? claimed - Date.now() : null;
}
