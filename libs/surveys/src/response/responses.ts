import { randomUUID } from 'node:crypto';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Actor } from '#access';
import { textsOf, type SentResponse, type Way } from '#campaigns';
import { Problem } from '#contract';
import { BatchQueue, Database, type Outcome } from '#database';
import { faultAt, wordsOf } from '#documents';
import type { AnswerSheet } from '#instruments';
import { closedBy, languagesOf, mustBeOpen, OpenCampaigns, type SurveyPlace } from '../campaign/open-campaigns.js';
import { WrongCodes } from '../guess/wrong-codes.js';
import { withoutWords, wordItemsOf } from '../retention/without-words.js';
import { arrivalOf, readSent, readSheet, type Arrival } from './arrival.js';
import { RepeatedTexts } from './repeated-texts.js';
import { knownResponses, storeInvited, storeResponses, type Known, type Stored } from './response.queries.js';
import { Watch, type Seen } from './watch.js';

/** What is said of a response that is stored. */
export interface ResponseReceipt {
  readonly id: string;
  /** The time of the commit's transaction, ISO. */
  readonly receivedAt: string;
}

/** A receipt, and whether this is the first time it is given. */
export interface Received {
  readonly receipt: ResponseReceipt;
  readonly isNew: boolean;
}

/** What is sent in, with the address it came from; that is used to count and forgotten. */
export interface Submission {
  /** Of the response: a UUID, from the stamp of the form or minted on the device. */
  readonly id: string;
  /** A `SentResponse` as it was read. */
  readonly sent: unknown;
  readonly address: string;
}

/** At most so much waits: beyond it who sends is told to come again. A lone one never waits for others. Weights are characters. */
const limits = { batch: 200, inFlight: 2, linger: 0, waiting: 2_000, weight: 32 * 1024 * 1024 };

/** Ways of devices of the office, which keep answers while there is no network. */
const keptByDevices: ReadonlySet<Way> = new Set(['kiosk', 'interviewer']);

/** Takes the responses of customers, each once. Those of employees come by `AnonymousAnswers`. */
@Injectable()
export class Responses implements BeforeApplicationShutdown {
  private readonly queue: BatchQueue<Arrival, Received>;
  private readonly texts = new RepeatedTexts();

  constructor(
    private readonly database: Database,
    private readonly campaigns: OpenCampaigns,
    private readonly watch: Watch,
    private readonly wrongCodes: WrongCodes,
  ) {
    this.queue = new BatchQueue((arrivals) => this.store(arrivals), limits, 'response.busy');
  }

  /** Stamps a new form of a way in: the id of its answer is in the stamp (`readStamp`). */
  async newForm(code: string): Promise<string> {
    return (await this.newForms(code))();
  }

  /** What stamps one new form after the other, without waiting for anything. */
  async newForms(code: string): Promise<() => string> {
    const stamp = await this.watch.stamper();
    return () => stamp({ response: randomUUID(), code, at: Date.now() });
  }

  /** Zero bits of work that forms about a place are asked for just now; 0: none. */
  workBits(place: SurveyPlace): number {
    return this.watch.workBits(place, Date.now());
  }

  /**
   * Stores a response once, however often it is sent; comes back when it is committed durably.
   * @param actor who is signed in; an interview needs an enrolled device
   * @throws Problem `request.invalid`, `response.wayUnknown`, `campaign.notOpen`, `campaign.notYetOpen`, `campaign.over`,
   * `response.consentDiffers`, `response.answersInvalid`, `response.conflict`, `response.busy`, `access.notAllowed`, `access.slowDown`,
   * `access.signInNeeded`: of an interview whose tablet is not known
   */
  async submit(actor: Actor, { id, sent: document, address }: Submission): Promise<Received> {
    const sent = readSent(document);
    const { way, place } = await this.wrongCodes.hold(address, () => this.campaigns.wayIn(sent.code));
    if (way === 'personal' || way === 'import') throw new Problem('response.wayUnknown');
    const isInterview = way === 'interviewer';
    if (isInterview) mustBeInterviewer(actor);
    const seen = { id, sent, address, place, way };
    if (keptByDevices.has(way) && closedBy(place, Date.now(), true) === 'campaign.over') return this.receiptAgain(seen);
    const arrival = await this.arrival(seen, isInterview ? actor.accountId : null);
    return this.queue.add(arrival, arrival.text.length);
  }

  /**
   * Stores the response to an invitation and spends it, both or neither. The same again gives the same receipt.
   * @throws Problem as `submit`, and `invitation.used` when another answer was given; `response.conflict` when another way has its id
   */
  async submitInvited(
    invitation: { readonly id: string; readonly place: SurveyPlace },
    submission: Submission,
  ): Promise<Received> {
    const sent = readSent(submission.sent);
    const { place } = invitation;
    const arrival = await this.arrival({ ...submission, sent, place, way: 'personal' }, null);
    const stored = await storeInvited(this.database, arrival, invitation.id).catch(conflictWhereTaken);
    if (stored) return received(stored, true);
    const known = (await this.known([arrival])).get(arrival.id);
    if (!known?.isSame) throw new Problem('invitation.used');
    return received(known, false);
  }

  /** What was taken is stored before the process ends. */
  beforeApplicationShutdown(): Promise<void> {
    return this.queue.close();
  }

  private async arrival(seen: Seen & { readonly sent: SentResponse }, interviewerId: string | null): Promise<Arrival> {
    const { id, sent, place, way } = seen;
    if (place.campaign.study === 'employee-happiness') throw new Problem('response.wayUnknown');
    const now = Date.now();
    mustBeOpen(place, now, keptByDevices.has(way));
    mustBeAskedIn(place, sent.language);
    const sheet = readSheet(place.campaign, place.instrument, sent);
    const { suspicions, stamp } = await this.watch.look({ ...seen, id: id.toLowerCase() }, now);
    const { instrument } = place.instrument.compiled;
    const texts = textsOf(sheet, instrument, place.campaign.quality.identicalText);
    const isRepeated = this.texts.isRepeated(place.campaignId, id.toLowerCase(), texts);
    const seconds = stamp ? Math.max(0, now - stamp.at) / 1_000 : (sent.seconds ?? null);
    return arrivalOf(place, { id, way, sent, sheet, interviewerId }, { suspicions, seconds, isRepeated });
  }

  /**
   * The first receipt of what a device sends again when all is over: it was stored, and the device never heard of it.
   * @throws Problem `campaign.over` where nothing of the kind is stored
   */
  private async receiptAgain({ id, sent, place, way }: Seen): Promise<Received> {
    const sheet = readSheet(place.campaign, place.instrument, sent);
    const unseen = { suspicions: [], seconds: null, isRepeated: false };
    const arrival = arrivalOf(place, { id, way, sent, sheet, interviewerId: null }, unseen);
    const known = (await this.known([arrival])).get(arrival.id);
    if (!known?.isSame) throw new Problem('campaign.over');
    return received(known, false);
  }

  private async store(arrivals: readonly Arrival[]): Promise<readonly Outcome<Received>[]> {
    const firsts = new Map<string, Arrival>();
    for (const one of arrivals) if (!firsts.has(one.id)) firsts.set(one.id, one);
    const ordered = [...firsts.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const stored = new Map((await storeResponses(this.database, ordered)).map((one) => [one.id, one]));
    const there = await this.known(ordered.filter(({ id }) => !stored.has(id)));
    const outcomes: Outcome<Received>[] = [];
    for (const arrival of arrivals) {
      const isFirst = firsts.get(arrival.id) === arrival;
      const first = isFirst ? stored.get(arrival.id) : undefined;
      // One that came twice at the same moment finds what the first of it has just stored.
      const known = isFirst ? there : await this.known([arrival]);
      outcomes.push(first ? { answer: received(first, true) } : outcomeOf(known.get(arrival.id)));
    }
    return outcomes;
  }

  /**
   * What is there already under their ids. Words that were erased since are held against no others: who never saw his receipt gets it,
   * and nobody learns whether he guessed them.
   */
  private async known(arrivals: readonly Arrival[]): Promise<ReadonlyMap<string, Known>> {
    const known = new Map<string, Known>();
    const look = async (some: readonly Arrival[]): Promise<void> => {
      const found = some.length > 0 ? await knownResponses(this.database, some) : [];
      for (const one of found) known.set(one.id, one);
    };
    await look(arrivals);
    await look(arrivals.filter(({ id }) => known.get(id)?.isSame === false).flatMap((one) => erasedOf(one) ?? []));
    return known;
  }
}

/** Says no to a language that it is not asked in. A device has none of another: an open campaign never changes its languages. */
function mustBeAskedIn(place: SurveyPlace, language: string): void {
  const languages = languagesOf(place);
  if (languages.includes(language)) return;
  const fault = faultAt('language', 'notOneOf', { options: wordsOf(languages) }, language);
  throw new Problem('request.invalid', { faults: [fault] });
}

/** It as it would stand there if its words were erased; null: it has none. */
function erasedOf(arrival: Arrival): Arrival | null {
  const words = wordItemsOf(arrival.place.instrument.compiled.instrument);
  const sheet = withoutWords(JSON.parse(arrival.text) as AnswerSheet, words);
  return sheet && { ...arrival, text: JSON.stringify(sheet) };
}

/** Something else is stored under the id that a page says. */
function conflictWhereTaken(error: unknown): never {
  const isTaken = (error as { readonly code?: unknown }).code === '23505';
  throw isTaken ? new Problem('response.conflict', {}, { cause: error }) : error;
}

/** Who interviews is recorded: an enrolled tablet of somebody who may. */
function mustBeInterviewer(actor: Actor): void {
  if (actor.role === 'visitor') throw new Problem('access.signInNeeded');
  if (actor.deviceId === null || !actor.can('survey.interview')) throw new Problem('access.notAllowed');
}

function outcomeOf(known: Known | undefined): Outcome<Received> {
  if (!known?.isSame) return { problem: new Problem('response.conflict') };
  return { answer: received(known, false) };
}

function received({ id, receivedAt }: Stored, isNew: boolean): Received {
  return { receipt: { id, receivedAt: receivedAt.toISOString() }, isNew };
}
