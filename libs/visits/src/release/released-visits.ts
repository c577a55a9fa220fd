import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { Problem } from '#contract';
import { cycleOf } from '#cycles';
import { Database } from '#database';
import type { StampName, VisitState } from '#fieldwork';
import type { AnswerSheet } from '#instruments';
import { Media, type OpenedMedia } from '#media';
import { KnownInstruments } from '#schemes';
import { listAppeals, type AppealOfVisit } from '../appeal/appeal.queries.js';
import { standingReport } from '../review/report.queries.js';
import { shownScore, type ShownScore } from '../review/shown-score.js';
import { namesOfVisit, type VisitNames } from '../review/review-sheet.queries.js';
import { Visit } from '../visit.entity.js';
import { dayIn } from './appeal-window.js';
import { planDaysOf } from './plan-times.js';
import { isFileOf, listReleased, ownsAgency, type ReleasedLine } from './released.queries.js';
import { filesKeptBack, shownSheet } from './shown-sheet.js';

/** A visit as its agency sees it: what was found, and nothing of who found it, with what, and where he stood. */
export interface ReleasedVisit extends Omit<VisitNames, 'shopper' | 'reviewer'> {
  readonly id: string;
  readonly wave: string;
  readonly scenario: string;
  readonly service: string | null;
  readonly state: VisitState;
  readonly instrument: { readonly code: string; readonly version: number };
  /** The day of the visit, by the device, in the time zone of the plan. */
  readonly visitedOn: string;
  /** To the minute: ISO instants. */
  readonly stamps: Readonly<Partial<Record<StampName, string>>>;
  readonly sheet: AnswerSheet;
  readonly photos: readonly { readonly hash: string; readonly takenAt: string }[];
  readonly score: ShownScore;
  /** Whether the office, or an appeal, corrected what the shopper sent. */
  readonly corrected: boolean;
  readonly releasedAt: Date;
  readonly appealUntil: string;
  readonly appeals: readonly AppealOfVisit[];
}

const mostLines = 100;

/** What agencies see of visits. The office sees it as they do. */
@Injectable()
export class ReleasedVisits {
  constructor(
    private readonly database: Database,
    private readonly instruments: KnownInstruments,
    private readonly media: Media,
  ) {}

  /** Up to a hundred released visits of a cycle: an agency's own, for the office all. Refuses with `cycle.unknown`. */
  list(actor: Actor, cycleKey: string, after: string | null): Promise<ReleasedLine[]> {
    const own = isOffice(actor) ? null : (actor.agencyId ?? nobody);
    return this.database.read(async (db) => {
      const { id } = await cycleOf(db, cycleKey);
      return listReleased(db, id, own, after, mostLines);
    });
  }

  /** One released visit. Refuses with `visit.unknown`: not there, not released and not yours, alike. */
  read(actor: Actor, id: string): Promise<ReleasedVisit> {
    return this.database.read(async (db) => {
      const visit = await releasedTo(db, actor, await db.findOneBy(Visit, { id }));
      const report = await standingReport(db, visit);
      const { plan } = await planDaysOf(db, visit);
      const instrument = await this.instruments.withId(db, visit.instrumentId);
      const { compiled } = instrument;
      const { content } = report;
      const keptBack = filesKeptBack(instrument, content.sheet as AnswerSheet);
      const photos = content.photos.filter(({ hash }) => !keptBack.has(hash));
      const { cycle, agency, centre } = await namesOfVisit(db, visit);
      return {
        id,
        cycle,
        agency,
        centre,
        wave: visit.wave,
        scenario: visit.scenario,
        service: visit.service,
        state: visit.state,
        instrument: content.instrument,
        visitedOn: dayIn(plan.timeZone, new Date(content.stamps.arrival ?? content.startedAt)),
        stamps: Object.fromEntries(Object.entries(content.stamps).map(([name, at]) => [name, toMinute(at)])),
        sheet: shownSheet(compiled.instrument, content.sheet as AnswerSheet),
        photos: photos.map(({ hash, takenAt }) => ({ hash, takenAt: toMinute(takenAt) })),
        score: shownScore(compiled, content.sheet),
        corrected: report.by !== 'shopper',
        releasedAt: visit.releasedAt as Date,
        appealUntil: visit.appealUntil ?? '',
        appeals: await listAppeals(db, visit),
      };
    });
  }

  /**
   * Opens a photo of a visit, or evidence of its appeals: for the office, for the agency once it is released, and for its
   * shopper what he sent. The agency sees none that is kept back with its answer. Refuses with `media.unknown`: not there
   * and not yours alike.
   */
  async photo(actor: Actor, id: string, hash: string): Promise<OpenedMedia> {
    await this.database.read(async (db) => {
      const visit = await db.findOneBy(Visit, { id });
      const rule = visit && (await ruleFor(db, actor, visit));
      if (!visit || !rule || !(await isFileOf(db, visit, hash, rule))) throw new Problem('media.unknown');
      if (rule.standingOnly && (await this.isKeptBack(db, visit, hash))) throw new Problem('media.unknown');
    });
    return this.media.openClean(hash);
  }

  private async isKeptBack(db: EntityManager, visit: Visit, hash: string): Promise<boolean> {
    const { content } = await standingReport(db, visit);
    const instrument = await this.instruments.withId(db, visit.instrumentId);
    return filesKeptBack(instrument, content.sheet as AnswerSheet).has(hash);
  }
}

const nobody = '00000000-0000-0000-0000-000000000000';

/** Whether somebody sees every visit. */
export function isOffice(actor: Actor): boolean {
  return actor.can('visit.review');
}

/** A visit that is released to who asks. @throws Problem `visit.unknown` */
export async function releasedTo(db: EntityManager, actor: Actor, visit: Visit | null): Promise<Visit> {
  const isReleased = visit !== null && visit.releasedAt !== null;
  if (!isReleased || !(isOffice(actor) || (await isOwn(db, actor, visit)))) throw new Problem('visit.unknown');
  return visit;
}

/** Whether a visit is about the agency of who asks, or one it took the place of. */
export async function isOwn(db: EntityManager, actor: Actor, { agencyId }: Visit): Promise<boolean> {
  return actor.agencyId !== null && actor.can('visit.readReleased') && ownsAgency(db, actor.agencyId, agencyId);
}

/** Which files of a visit somebody may see; null: none. */
async function ruleFor(db: EntityManager, actor: Actor, visit: Visit) {
  if (isOffice(actor)) return { standingOnly: false, appeals: true, beside: true };
  if (visit.releasedAt !== null && (await isOwn(db, actor, visit)))
    return { standingOnly: true, appeals: true, beside: false };
  if (actor.accountId !== null && actor.accountId === visit.shopperId)
    return { standingOnly: false, appeals: false, beside: false };
  return null;
}

function toMinute(instant: string): string {
  return Temporal.Instant.from(instant).round({ smallestUnit: 'minute', roundingMode: 'floor' }).toString();
}
