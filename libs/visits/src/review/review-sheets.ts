import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Problem } from '#contract';
import { cycleOf } from '#cycles';
import { Database } from '#database';
import type { SentVisit } from '#fieldwork';
import { KnownInstruments } from '#schemes';
import { type ShownScore, shownScore } from './shown-score.js';
import { reportsBeside, type ReportBeside } from '../beside/reports-beside.js';
import { listTrail, type TrailLine } from '../assign/office-list.queries.js';
import { listFindings, type KeptFinding } from '../check/finding.queries.js';
import { Visit } from '../visit.entity.js';
import { listNotes, type ReviewNote } from './note.queries.js';
import { listReports, type ReportMaker, type StoredReport } from './report.queries.js';
import {
  listEarlier,
  listQueue,
  namesOfVisit,
  type EarlierVisit,
  type QueueChoice,
  type QueuedVisit,
  type VisitNames,
} from './review-sheet.queries.js';
import { changesBetween, type SentChange } from './sent-changes.js';

/** One revision and what it changed. */
export interface ShownRevision extends Pick<StoredReport, 'id' | 'revision' | 'account' | 'hash' | 'late'> {
  readonly by: ReportMaker;
  readonly receivedAt: Date;
  /** The device's clock minus the server's, in ms. */
  readonly deviceOffsetMs: number | null;
  readonly reason: string | null;
  /** Against the revision before; none of the first. */
  readonly changes: readonly SentChange[];
}

/** All that a reviewer looks at, side by side. */
export interface ReviewSheet extends VisitNames {
  readonly visit: Visit;
  readonly instrument: { readonly code: string; readonly version: number };
  /** The report that stands, as it was sent or edited. */
  readonly standing: SentVisit;
  readonly score: ShownScore;
  /** All of them, the latest first. */
  readonly revisions: readonly ShownRevision[];
  readonly findings: readonly (KeptFinding & { readonly report: string })[];
  readonly notes: readonly (ReviewNote & { readonly report: string; readonly account: string; readonly at: Date })[];
  readonly trail: readonly TrailLine[];
  /** What others recorded who had the visit before; it never counts. */
  readonly beside: readonly ReportBeside[];
  /** The last visits to the same centre before this one. */
  readonly earlier: readonly EarlierSheet[];
}

export interface EarlierSheet extends Pick<EarlierVisit, 'id' | 'cycle' | 'state' | 'receivedAt'> {
  readonly instrument: { readonly code: string; readonly version: number };
  readonly sheet: unknown;
  readonly score: ShownScore;
}

const most = { lines: 100, earlier: 3 } as const;

/** What reviewers see. */
@Injectable()
export class ReviewSheets {
  constructor(
    private readonly database: Database,
    private readonly instruments: KnownInstruments,
  ) {}

  /** Up to a hundred visits of a cycle in some states, by when their reports came. Refuses with `cycle.unknown`. */
  queue(cycleKey: string, choice: QueueChoice): Promise<QueuedVisit[]> {
    return this.database.read(async (db) => listQueue(db, (await cycleOf(db, cycleKey)).id, choice, most.lines));
  }

  /** Everything about one visit. Refuses with `visit.unknown`, also when no report about it was sent yet. */
  sheet(id: string): Promise<ReviewSheet> {
    return this.database.read(async (db) => {
      const visit = await db.findOneBy(Visit, { id });
      const reports = visit ? await listReports(db, visit) : [];
      const standing = reports.find((report) => report.id === visit?.reportId);
      if (!visit || !standing) throw new Problem('visit.unknown');
      const { instrument } = (await this.instruments.withId(db, visit.instrumentId)).compiled;
      return {
        visit,
        ...(await namesOfVisit(db, visit)),
        instrument: { code: instrument.code, version: instrument.version },
        standing: standing.content,
        score: await this.scoreOf(db, visit.instrumentId, standing.content),
        revisions: revisionsIn(reports),
        findings: await listFindings(db, visit),
        notes: await listNotes(db, visit),
        trail: await listTrail(db, id),
        beside: await reportsBeside(db, this.instruments, visit),
        earlier: await this.earlier(db, visit),
      };
    });
  }

  private async earlier(db: EntityManager, visit: Visit): Promise<EarlierSheet[]> {
    const sheets: EarlierSheet[] = [];
    for (const { instrumentId, content, ...one } of await listEarlier(db, visit, most.earlier)) {
      const shown = { sheet: content.sheet, score: await this.scoreOf(db, instrumentId, content) };
      sheets.push({ ...one, instrument: content.instrument, ...shown });
    }
    return sheets;
  }

  private async scoreOf(db: EntityManager, instrumentId: string, { sheet }: SentVisit): Promise<ShownScore> {
    const { compiled } = await this.instruments.withId(db, instrumentId);
    return shownScore(compiled, sheet);
  }
}

/** Reports as they were made, the first first, turned round with what each changed. */
function revisionsIn(reports: readonly StoredReport[]): readonly ShownRevision[] {
  const byId = new Map(reports.map((report) => [report.id, report]));
  return reports.toReversed().map(({ id, revision, by, account, hash, late, receivedAt, deviceOffsetMs, content }) => {
    const replaced = byId.get(content.replaces?.toLowerCase() ?? '');
    const changes = replaced ? changesBetween(replaced.content, content) : [];
    return {
      id,
      revision,
      by,
      account,
      hash,
      late,
      receivedAt,
      deviceOffsetMs,
      reason: content.reason ?? null,
      changes,
    };
  });
}
