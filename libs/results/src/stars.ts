import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Problem } from '#contract';
import { Database } from '#database';
import { agencyOf } from '#network';
import {
  changeTally,
  judge,
  judgeAgency,
  judgeBriefly,
  likeForLikeOfUnit,
  pathToNextStar,
  programmeOf,
  type Judgement,
  type Rated,
  type UnitEvidence,
} from '#scoring';
import { sourceOf, type CentreStars, type ProgrammeStars, type StarChange, type StarLine } from './star-answers.js';
import { compiledFor, findPreviousStarCycle, starCycleOf, type StarCycle } from './star-cycle.js';
import { comparable } from './star-common-items.js';
import { ratedUnits, type RatedChoice, type RatedUnit } from './star-evidence.js';
import { unitPairs } from './star-pairs.js';
import { formAnswers, type FormAnswers } from './star-trail.js';
import { listCountedReports } from './visit-trail.queries.js';

/** The most centres of one page of a list. */
export const mostStarLines = 500;

/** Scores and stars of centres, agencies and the programme: computed from what was captured, each time they are asked for. */
@Injectable()
export class Stars {
  constructor(private readonly database: Database) {}

  /** Centres with their stars, by code, a page at a time. */
  centres(key: string, choice: Pick<RatedChoice, 'agency' | 'after' | 'most'> = {}): Promise<StarLine[]> {
    return this.database.read(async (db) => {
      const now = await starCycleOf(db, key);
      const previous = await findPreviousStarCycle(db, now);
      if (choice.agency !== undefined) await agencyOf(db, choice.agency);
      const most = Math.min(choice.most ?? mostStarLines, mostStarLines);
      const page: RatedUnit[] = [];
      for await (const unit of ratedUnits(db, now.cycle, now.scheme, { ...choice, most })) page.push(unit);
      const before = previous ? await briefly(db, previous, { centres: page.map(({ centre }) => centre.code) }) : null;
      return page.map(({ centre: { code, nameEn, nameAr }, evidence }) => {
        return {
          ...lineOf(judgementOf(now, evidence)),
          centre: code,
          nameEn,
          nameAr,
          before: before?.get(code) ?? null,
        };
      });
    });
  }

  /** Everything about one centre: its tree down to what fed it, its gates, its way to the next star, its change. */
  centre(key: string, code: string): Promise<CentreStars> {
    return this.database.read(async (db) => {
      const now = await starCycleOf(db, key);
      const previous = await findPreviousStarCycle(db, now);
      for await (const unit of ratedUnits(db, now.cycle, now.scheme, { centres: [code] })) {
        const { centre, evidence } = unit;
        const before = previous && (await oneUnit(db, previous, code));
        const pair = before && comparable(before, unit);
        return {
          ...sourceOf(now.cycle, now.scheme),
          centre,
          judgement: judgementOf(now, evidence),
          path: pathToNextStar(compiledFor(now, evidence.channelType), evidence),
          change: pair
            ? likeForLikeOfUnit(
                { scheme: previous.scheme, evidence: pair.before },
                { scheme: now.scheme, evidence: pair.now },
              )
            : null,
        };
      }
      throw new Problem('centre.unknown', { params: { centre: code.slice(0, 64) } });
    });
  }

  /** The answers behind one centre's scores, form by form and item by item. Refuses with `centre.unknown`. */
  answers(key: string, code: string): Promise<FormAnswers[]> {
    return this.database.read(async (db) => {
      const now = await starCycleOf(db, key);
      const unit = await oneUnit(db, now, code, true);
      if (!unit) throw new Problem('centre.unknown', { params: { centre: code.slice(0, 64) } });
      const reports = await listCountedReports(db, now.cycle.id, unit.centre.id);
      const forms = unit.measured.tallies.map((tally) => formAnswers(tally, reports));
      return forms.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    });
  }

  /** The stars of all agencies, how they are spread over the centres, and what moved since the cycle before. */
  programme(key: string): Promise<ProgrammeStars> {
    return this.database.read(async (db) => {
      const now = await starCycleOf(db, key);
      const previous = await findPreviousStarCycle(db, now);
      const judgements: Judgement[] = [];
      for await (const { evidence } of ratedUnits(db, now.cycle, now.scheme)) {
        judgements.push({ ...judgementOf(now, evidence), components: [], pillars: [] });
      }
      const byAgency = [...Map.groupBy(judgements, ({ agency }) => agency)].sort(([a], [b]) => (a < b ? -1 : 1));
      return {
        ...sourceOf(now.cycle, now.scheme),
        centres: programmeOf(
          judgements.map(({ unit, star, score }) => ({ code: unit, star, isMeasured: score !== null })),
          previous ? [...(await briefly(db, previous))].map(ratedOf) : [],
        ),
        agencies: byAgency.map(([, units]) => judgeAgency(now.compiled, units)),
      };
    });
  }

  /**
   * What part of the change since the cycle before is real, and what part a changed yardstick: of an agency's centres, or of
   * all. Null when there is no cycle before with a scheme.
   */
  change(key: string, agency?: string): Promise<StarChange | null> {
    return this.database.read(async (db) => {
      const now = await starCycleOf(db, key);
      if (agency !== undefined) await agencyOf(db, agency);
      const previous = await findPreviousStarCycle(db, now);
      if (!previous) return null;
      const tally = changeTally(previous.scheme, now.scheme);
      for await (const pair of unitPairs(db, previous, now, agency)) tally.add(pair);
      return { ...sourceOf(now.cycle, now.scheme), since: previous.cycle.key, change: tally.sum() };
    });
  }
}

function ratedOf([code, { star, score }]: readonly [string, ScoreAndStar]): Rated {
  return { code, star, isMeasured: score !== null };
}

function nameOf({ instrument: { code, version } }: FormAnswers): string {
  return `${code} ${String(version).padStart(5, '0')}`;
}

/** What a list says of a unit: all but its tree. */
function lineOf(judgement: Judgement): Omit<StarLine, 'centre' | 'nameEn' | 'nameAr' | 'before'> {
  const { agency, channelType, score, interval, bounds, rawStar, fired, star, provisional, nearEdge } = judgement;
  return { agency, channelType, score, interval, bounds, rawStar, fired, star, provisional, nearEdge };
}

function judgementOf(cycle: StarCycle, evidence: UnitEvidence): Judgement {
  return judge(compiledFor(cycle, evidence.channelType), evidence);
}

type ScoreAndStar = Pick<Judgement, 'score' | 'star'>;

/** Score and star of units by code, and nothing else of them. */
async function briefly(db: EntityManager, of: StarCycle, choice: RatedChoice = {}): Promise<Map<string, ScoreAndStar>> {
  const found = new Map<string, ScoreAndStar>();
  for await (const { evidence } of ratedUnits(db, of.cycle, of.scheme, choice)) {
    const { score, star } = judgeBriefly(compiledFor(of, evidence.channelType), evidence);
    found.set(evidence.unit, { score, star });
  }
  return found;
}

async function oneUnit(
  db: EntityManager,
  { cycle, scheme }: StarCycle,
  centre: string,
  withCounts = false,
): Promise<RatedUnit | null> {
  for await (const unit of ratedUnits(db, cycle, scheme, { centres: [centre], withCounts })) return unit;
  return null;
}
