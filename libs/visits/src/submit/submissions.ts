import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Actor } from '#access';
import { Database, BatchQueue } from '#database';
import type { SentVisit } from '#fieldwork';
import { KnownInstruments, type KnownInstrument } from '#schemes';
import { arrivalOf, checkAnswers, readSent, type Arrival } from './arrival.js';
import { problemOfStoring, ReportsStore, type Submitted } from './reports-store.js';

/** At most so much waits: beyond it who sends is told to come again. Weights are characters of what is stored. */
const limits = { batch: 64, inFlight: 2, linger: 1, waiting: 2_000, weight: 64 * 1024 * 1024 };

/** Takes the reports of shoppers. */
@Injectable()
export class Submissions implements BeforeApplicationShutdown {
  private readonly queue: BatchQueue<Arrival, Submitted>;

  constructor(
    private readonly database: Database,
    private readonly instruments: KnownInstruments,
    store: ReportsStore,
  ) {
    this.queue = new BatchQueue((arrivals) => store.store(arrivals), limits, 'visit.busy');
  }

  /**
   * Stores a report once, however often it is sent; comes back when it is committed durably.
   * @param id of the report, minted on the tablet
   * @param document a `SentVisit` as it was read from JSON
   * @param deviceTime the device's clock as it sent this; see `arrivalOf`
   * @throws Problem `request.invalid`, `visit.answersInvalid`, `visit.unknown`, `visit.conflict`, `visit.replacesOther`,
   * `visit.moveRefused`, `visit.reasonNeeded`, `visit.instrumentDiffers`, `visit.tooLate`, `visit.mediaMissing`, `visit.busy`
   */
  async submit(shopper: Actor, id: string, document: unknown, deviceTime?: string): Promise<Submitted> {
    const sent = readSent(document);
    const instrument = await this.instrumentOf(sent);
    if (instrument) checkAnswers(sent, instrument);
    const arrival = arrivalOf(shopper, id, { document, sent, instrumentId: instrument?.id ?? null }, deviceTime);
    try {
      return await this.queue.add(arrival, arrival.text.length);
    } catch (error) {
      throw problemOfStoring(error);
    }
  }

  /** What was taken is stored before the process ends. */
  beforeApplicationShutdown(): Promise<void> {
    return this.queue.close();
  }

  private instrumentOf({ instrument: { code, version } }: SentVisit): Promise<KnownInstrument | null> {
    const known = this.instruments.known(code, version);
    return known ? Promise.resolve(known) : this.database.read((db) => this.instruments.named(db, code, version));
  }
}
