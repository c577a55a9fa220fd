import { Inject, Injectable } from '@nestjs/common';
import type { ReadStream } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { languages, Problem, type Language } from '#contract';
import { cycleOf } from '#cycles';
import { Database } from '#database';
import type { CycleFigures } from '#figures';
import { agencyOf } from '#network';
import { fonts } from '#printing';
import { face } from '#reports';
import { Figures } from '#results';
import { SETTINGS, type Settings } from '#settings';
import { ReportPrinter } from './report-printer.js';
import { ScorecardFiles, fileNameOf } from './scorecard-files.js';
import type { ScorecardState } from './scorecard.entity.js';
import { countStates, findScorecard, markFailed, markPrinted, requestPrint, type Place } from './scorecard.queries.js';
import { figuresHashOf, pageOf, type Subject } from './subject.js';

/** A printed report, ready to be sent. */
export interface PrintedScorecard {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 of the figures it shows. */
  readonly figuresHash: string;
  readonly content: ReadStream;
}

/** What is to be printed of a cycle: all of it unless one agency or language is named. */
export interface PrintRequest {
  readonly cycle: string;
  readonly agency?: string;
  readonly language?: Language;
}

/** Somebody is waiting for this one; a whole cycle can wait. Lower is sooner. */
const priorities = { waitedFor: -10, wholeCycle: 10 };
/** How long a reader is kept waiting for a report that is being printed, in ms, and how many readers at once. */
const patience = 20_000;
const mostWaiting = 100;

/** Reports as files: asked for, printed by the worker, kept, and never shown from older figures than those that hold. */
@Injectable()
export class Scorecards {
  private readonly files: ScorecardFiles;
  private waiting = 0;

  constructor(
    private readonly database: Database,
    private readonly figures: Figures,
    private readonly printer: ReportPrinter,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.files = new ScorecardFiles(settings.home);
  }

  /** The reports that a request names: in each language those of agencies first, the programme report last. */
  async list(request: PrintRequest): Promise<Subject[]> {
    const { figures } = await this.figures.of(request.cycle);
    const codes = figures.agencies.map((agency) => agency.agency.code);
    if (request.agency !== undefined && !codes.includes(request.agency)) {
      throw new Problem('agency.unknown', { params: { agency: request.agency } });
    }
    const agencies = request.agency === undefined ? [...codes, null] : [request.agency];
    const chosen = request.language ? [request.language] : languages;
    // One language after the other: a printer keeps what the reports of a language share.
    return chosen.flatMap((language) => agencies.map((agency) => ({ cycle: request.cycle, agency, language })));
  }

  /** Queues the reports of a request. @returns how many */
  async queue(request: PrintRequest): Promise<number> {
    const subjects = await this.list(request);
    const { figures } = await this.figures.of(request.cycle);
    await this.database.transaction(async (db) => {
      for (const subject of subjects) {
        const request = { figuresHash: figuresHashOf(figures, subject.agency), priority: priorities.wholeCycle };
        await requestPrint(db, await placeOf(db, subject), subject, request);
      }
    });
    return subjects.length;
  }

  /** How many reports of a cycle wait, are printed, or failed. */
  progress(cycle: string): Promise<Record<ScorecardState, number>> {
    return this.database.read(async (db) => countStates(db, (await cycleOf(db, cycle)).id));
  }

  /**
   * The report as printed from the figures that hold now; one that is not printed yet is waited for. Everybody may read
   * those of published cycles; of others it cannot be told whether they are there.
   * @throws Problem `scorecard.unknown`, `scorecard.notPrintedYet` (try again), `scorecard.failed` with its reason
   */
  async read(actor: Actor, subject: Subject): Promise<PrintedScorecard> {
    await this.refuseUnpublished(actor, subject);
    const until = Date.now() + patience;
    for (;;) {
      const printed = await this.find(subject);
      if (printed) return printed;
      if (this.waiting >= mostWaiting || Date.now() > until) {
        throw new Problem('scorecard.notPrintedYet', { retryAfter: 2 });
      }
      this.waiting += 1;
      await pause(200).finally(() => (this.waiting -= 1));
    }
  }

  /** The report when it is printed from the figures that hold now; else it is asked for, with those waited for first. */
  private async find(subject: Subject): Promise<PrintedScorecard | null> {
    const { figures } = await this.figures.of(subject.cycle);
    const figuresHash = figuresHashOf(figures, subject.agency);
    const row = await this.database.read(async (db) => findScorecard(db, await placeOf(db, subject)));
    if (row?.state === 'failed' && row.figuresHash === figuresHash) {
      throw new Problem('scorecard.failed', { params: { reason: row.reason ?? '' }, retryAfter: 60 });
    }
    if (row?.state === 'printed' && row.figuresHash === figuresHash && (await this.files.has(subject, figuresHash))) {
      const content = this.files.read(subject, figuresHash);
      return { name: fileNameOf(subject, figuresHash), bytes: row.bytes ?? 0, figuresHash, content };
    }
    if (row?.state !== 'queued' || row.figuresHash !== figuresHash || row.priority !== priorities.waitedFor) {
      const request = { figuresHash, priority: priorities.waitedFor };
      await this.database.transaction(async (db) => requestPrint(db, await placeOf(db, subject), subject, request));
    }
    return null;
  }

  private async refuseUnpublished(actor: Actor, subject: Subject): Promise<void> {
    const cycle = await this.database.read((db) => cycleOf(db, subject.cycle)).catch(asUnknown);
    if (!cycle.publishedAt && !actor.can('scorecard.read')) throw new Problem('scorecard.unknown');
  }

  /** Prints a report from the figures that hold now, and keeps it. */
  async print(subject: Subject): Promise<void> {
    const { figures } = await this.figures.of(subject.cycle);
    const figuresHash = figuresHashOf(figures, subject.agency);
    const file = await this.files.store(subject, figuresHash, await this.pdfOf(subject, figures));
    await this.database.transaction(async (db) => markPrinted(db, await placeOf(db, subject), { figuresHash, file }));
  }

  /** Notes that a try to print failed. */
  async fail(subject: Subject, reason: string, isLast: boolean): Promise<void> {
    await this.database.transaction(async (db) => markFailed(db, await placeOf(db, subject), reason, isLast));
  }

  /** The PDF of a report from the figures that hold now, without keeping it. */
  async pdf(subject: Subject): Promise<{ name: string; pdf: Uint8Array }> {
    const { figures } = await this.figures.of(subject.cycle);
    const name = fileNameOf(subject, figuresHashOf(figures, subject.agency));
    return { name, pdf: await this.pdfOf(subject, figures) };
  }

  private async pdfOf(subject: Subject, figures: CycleFigures): Promise<Uint8Array> {
    return this.printer.print(pageOf(subject, figures, await fonts(face)));
  }
}

/** Not there and not yours give the same answer. */
function asUnknown(error: unknown): never {
  throw error instanceof Problem && error.code === 'cycle.unknown' ? new Problem('scorecard.unknown') : error;
}

async function placeOf(db: EntityManager, { cycle, agency, language }: Subject): Promise<Place> {
  const { id: cycleId } = await cycleOf(db, cycle);
  const agencyId = agency === null ? null : (await agencyOf(db, agency)).id;
  return { cycleId, agencyId, language };
}
