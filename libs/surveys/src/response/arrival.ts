import {
  cellOf,
  flawsOf,
  SentResponse,
  type CampaignRules,
  type Cell,
  type Mark,
  type Suspicion,
  type Way,
} from '#campaigns';
import { Problem } from '#contract';
import { firstFaults, shapeFaults } from '#documents';
import { check, contributionOf, packContribution, type AnswerSheet } from '#instruments';
import type { KnownInstrument } from '#schemes';
import type { SurveyPlace } from '../campaign/open-campaigns.js';

/** A response that came in and whose answers hold, as it goes on into the store. */
export interface Arrival extends Cell {
  readonly id: string;
  readonly place: SurveyPlace;
  readonly way: Way;
  readonly language: string;
  readonly consent: number;
  /** The sheet as JSON. */
  readonly text: string;
  /** What it adds to tallies, packed. */
  readonly contribution: Uint8Array;
  /** 0 counted, 1 held. */
  readonly standing: 0 | 1;
  readonly marks: readonly Mark[];
  readonly seconds: number | null;
  /** The account of who interviewed; null: nobody did. */
  readonly interviewerId: string | null;
}

/** The envelope of a response. @throws Problem `request.invalid` with every fault */
export function readSent(document: unknown): SentResponse {
  const { success, data, error } = SentResponse.safeParse(document, { reportInput: true });
  if (!success) throw new Problem('request.invalid', { faults: firstFaults(shapeFaults(error.issues)) });
  return data;
}

/**
 * The sheet of a response that is complete and holds.
 * @throws Problem `response.answersInvalid` with every fault by item, `response.consentDiffers`
 */
export function readSheet(
  { consent }: Pick<CampaignRules, 'consent'>,
  { compiled }: KnownInstrument,
  sent: Pick<SentResponse, 'sheet' | 'consent'>,
): AnswerSheet {
  if (sent.consent !== consent.version) throw new Problem('response.consentDiffers');
  const faults = check(compiled, sent.sheet, { finished: true });
  if (faults.length > 0) throw new Problem('response.answersInvalid', { params: { count: faults.length }, faults });
  return sent.sheet as AnswerSheet;
}

/** What a response without faults is stored as. */
export function arrivalOf(
  place: SurveyPlace,
  {
    id,
    way,
    sent,
    sheet,
    interviewerId,
  }: Pick<Arrival, 'id' | 'way' | 'interviewerId'> & {
    readonly sent: SentResponse;
    readonly sheet: AnswerSheet;
  },
  {
    suspicions,
    seconds,
    isRepeated,
  }: {
    readonly suspicions: readonly Suspicion[];
    readonly seconds: number | null;
    /** Somebody else wrote the same lately. */
    readonly isRepeated: boolean;
  },
): Arrival {
  const { campaign, instrument } = place;
  const taken = sent.repeatedTaps === undefined ? {} : { repeatedTaps: sent.repeatedTaps };
  const flaws = flawsOf(campaign, instrument.compiled.instrument, { sheet, seconds, ...taken });
  return {
    id: id.toLowerCase(),
    place,
    way,
    language: sent.language,
    consent: sent.consent,
    text: JSON.stringify(sheet),
    standing: suspicions.length > 0 ? 1 : 0,
    marks: [...suspicions, ...flaws, ...(isRepeated ? (['identicalText'] as const) : [])],
    seconds: seconds === null ? null : Math.round(seconds),
    interviewerId,
    ...cellOf(campaign, sheet),
    contribution: packContribution(contributionOf(instrument.layout, instrument.compiled, sheet), (length) =>
      Buffer.allocUnsafe(length),
    ),
  };
}
