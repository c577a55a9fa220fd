import { Inject, Injectable } from '@nestjs/common';
import type { ReadStream } from 'node:fs';
import type { EntityManager } from 'typeorm';
import { languages, Problem, type Language } from '#contract';
import { cycleOf } from '#cycles';
import { Database } from '#database';
import type { CycleFigures } from '#figures';
import { agencyOf } from '#network';
import { Figures } from '#results';
import { SETTINGS, type Settings } from '#settings';
import { fonts } from './fonts.js';
import { LazyPrinter } from './lazy-printer.js';
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

/** Reports as files: asked for, printed by the worker, kept, and never shown from older figures than those that hold. */
@Injectable()
export class Scorecards {
  private readonly files: ScorecardFiles;

  constructor(
    private readonly database: Database,
    private readonly figures: Figures,
    private readonly printer: LazyPrinter,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.files = new ScorecardFiles(settings.home);
  }

  /** The reports that a request names: those of agencies first, the programme report last. */
  async list(request: PrintRequest): Promise<Subject[]> {
    const { figures } = await this.figures.of(request.cycle);
    const codes = figures.agencies.map((agency) => agency.agency.code);
    if (request.agency !== undefined && !codes.includes(request.agency)) {
      throw new Problem('agency.unknown', { params: { agency: request.agency } });
    }
    const agencies = request.agency === undefined ? [...codes, null] : [request.agency];
    const chosen = request.language ? [request.language] : languages;
    return agencies.flatMap((agency) => chosen.map((language) => ({ cycle: request.cycle, agency, language })));
  }

  /** Queues the reports of a request. @returns how many */
  async queue(request: PrintRequest): Promise<number> {
    const subjects = await this.list(request);
    await this.database.transaction(async (db) => {
      for (const subject of subjects) {
        await requestPrint(db, await placeOf(db, subject), subject, priorities.wholeCycle);
      }
    });
    return subjects.length;
  }

  /** How many reports of a cycle wait, are printed, or failed. */
  progress(cycle: string): Promise<Record<ScorecardState, number>> {
    return this.database.read(async (db) => countStates(db, (await cycleOf(db, cycle)).id));
  }

  /**
   * The report as printed from the figures that hold now. One that is missing or of older figures is queued.
   * @param mayPrint whether asking again may start a report that failed for good
   * @throws Problem `scorecard.unknown`, `scorecard.notPrintedYet` (try again), `scorecard.failed` with its reason
   */
  async open(subject: Subject, mayPrint = false): Promise<PrintedScorecard> {
    const { figures, evidenceVersion: version } = await this.figures.of(subject.cycle);
    const figuresHash = figuresHashOf(figures, subject.agency);
    const row = await this.database.read(async (db) => findScorecard(db, await placeOf(db, subject)));
    if (row?.figuresHash === figuresHash && row.bytes !== null && (await this.files.has(subject, figuresHash))) {
      return {
        name: fileNameOf(subject, figuresHash),
        bytes: row.bytes,
        figuresHash,
        content: this.files.read(subject, figuresHash),
      };
    }
    if (row?.state === 'failed' && !mayPrint && Number(row.evidenceVersion ?? version) === version) {
      throw new Problem('scorecard.failed', { params: { reason: row.reason ?? '' }, retryAfter: 60 });
    }
    if (row?.state !== 'queued' || row.attempts === 0) {
      await this.database.transaction(async (db) =>
        requestPrint(db, await placeOf(db, subject), subject, priorities.waitedFor),
      );
    }
    throw new Problem('scorecard.notPrintedYet', { retryAfter: 2 });
  }

  /** Prints a report and keeps it, unless the one that is kept shows the same figures already. */
  async print(subject: Subject): Promise<void> {
    const { figures, evidenceVersion: version } = await this.figures.of(subject.cycle);
    const figuresHash = figuresHashOf(figures, subject.agency);
    const isKept = await this.files.has(subject, figuresHash);
    const file = isKept ? null : await this.files.store(subject, figuresHash, await this.pdfOf(subject, figures));
    await this.database.transaction(async (db) =>
      markPrinted(db, await placeOf(db, subject), { figuresHash, evidenceVersion: version, file }),
    );
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
    return this.printer.print(pageOf(subject, figures, await fonts()));
  }
}

async function placeOf(db: EntityManager, { cycle, agency, language }: Subject): Promise<Place> {
  const { id: cycleId } = await cycleOf(db, cycle);
  const agencyId = agency === null ? null : (await agencyOf(db, agency)).id;
  return { cycleId, agencyId, language };
}
