import { randomUUID } from 'node:crypto';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Actor } from '#access';
import { textsOf, type SentResponse, type Way } from '#campaigns';
import { Problem } from '#contract';
import { BatchQueue, Database, type Outcome } from '#database';
import { mustBeOpen, OpenCampaigns, type SurveyPlace } from '../campaign/open-campaigns.js';
import { WrongCodes } from '../guess/wrong-codes.js';
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
    const arrival = await this.arrival({ id, sent, address, place, way }, isInterview ? actor.accountId : null);
    return this.queue.add(arrival, arrival.text.length);
  }

  /**
   * Stores the response to an invitation and spends it, both or neither. The same again gives the same receipt.
   * @throws Problem as `submit`, and `invitation.used` when another answer was given
   */
  async submitInvited(
    invitation: { readonly id: string; readonly place: SurveyPlace },
    submission: Submission,
  ): Promise<Received> {
    const sent = readSent(submission.sent);
    const { place } = invitation;
    const arrival = await this.arrival({ ...submission, sent, place, way: 'personal' }, null);
    const stored = await storeInvited(this.database, arrival, invitation.id);
    if (stored) return received(stored, true);
    const [known] = await knownResponses(this.database, [arrival]);
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
    const sheet = readSheet(place.campaign, place.instrument, sent);
    const { suspicions, stamp } = await this.watch.look({ ...seen, id: id.toLowerCase() }, now);
    const { instrument } = place.instrument.compiled;
    const texts = textsOf(sheet, instrument, place.campaign.quality.identicalText);
    const isRepeated = this.texts.isRepeated(place.campaignId, id.toLowerCase(), texts);
    const seconds = stamp ? (now - stamp.at) / 1_000 : (sent.seconds ?? null);
    return arrivalOf(place, { id, way, sent, sheet, interviewerId }, { suspicions, seconds, isRepeated });
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

  private async known(arrivals: readonly Arrival[]): Promise<ReadonlyMap<string, Known>> {
    if (arrivals.length === 0) return new Map();
    return new Map((await knownResponses(this.database, arrivals)).map((one) => [one.id, one]));
  }
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
