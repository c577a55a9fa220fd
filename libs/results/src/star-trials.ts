import { Injectable } from '@nestjs/common';
import { Problem, type Fault } from '#contract';
import { Database } from '#database';
import { agencyOf } from '#network';
import {
  effectTally,
  readWhatIf,
  robustnessOf,
  whatIfJudge,
  type Effect,
  type Robustness,
  type UnitEvidence,
} from '#scoring';
import { sourceOf, type StarSource } from './star-answers.js';
import { findPreviousStarCycle, starCycleOf } from './star-cycle.js';
import { ratedUnits } from './star-evidence.js';

/** What another method, or other gradings, would have done; nothing of it is kept. */
export interface WhatIfStars extends StarSource {
  readonly effect: Effect;
  /** The same change of the scheme over the evidence of the cycle before; null: there is none. */
  readonly before: (StarSource & { readonly effect: Effect }) | null;
}

export interface StarRobustness extends StarSource {
  readonly robustness: Robustness;
}

/** The most centres whose robustness is drawn at once: their evidence is held in memory. */
export const mostDrawn = 2_000;

/** How many of the centres that move are listed; all are counted. */
const mostMoved = 1_000;

/** Tries what is not: other weights, bands, gates and gradings; and how firmly the stars stand. */
@Injectable()
export class StarTrials {
  constructor(private readonly database: Database) {}

  /** Judges this cycle and the one before by a changed scheme, or with other gradings. Refuses with `method.faulty`. */
  async whatIf(key: string, question: unknown): Promise<WhatIfStars> {
    const { change, gradings, faults } = readWhatIf(question);
    if (faults.length > 0) throw faulty(faults);
    return this.database.read(async (db) => {
      const now = await starCycleOf(db, key);
      const { judge, faults } = whatIfJudge({ scheme: now.scheme, change, gradings });
      if (!judge) throw faulty(faults);
      const tally = effectTally(mostMoved);
      const unseen = new Set(gradings.map(({ unit }) => unit));
      for await (const { evidence } of ratedUnits(db, now.cycle, now.scheme)) {
        tally.add(judge.effectOn(evidence));
        unseen.delete(evidence.unit);
      }
      const previous = await findPreviousStarCycle(db, now);
      const earlier = previous && whatIfJudge({ scheme: previous.scheme, change }).judge;
      const tallyBefore = effectTally(mostMoved);
      if (previous && earlier) {
        for await (const { evidence } of ratedUnits(db, previous.cycle, previous.scheme)) {
          tallyBefore.add(earlier.effectOn(evidence));
        }
      }
      const before =
        previous && earlier
          ? { ...sourceOf(previous.cycle, previous.scheme), effect: { ...tallyBefore.sum(), unitsNotFound: [] } }
          : null;
      return { ...sourceOf(now.cycle, now.scheme), effect: { ...tally.sum(), unitsNotFound: [...unseen] }, before };
    });
  }

  /** How much of each result comes from the choices of the method; of an agency's centres, or of all. */
  robustness(key: string, agency?: string, draws = 1_000): Promise<StarRobustness> {
    return this.database.read(async (db) => {
      const now = await starCycleOf(db, key);
      if (agency !== undefined) await agencyOf(db, agency);
      const choice = { ...(agency === undefined ? {} : { agency }), most: mostDrawn + 1 };
      const units: UnitEvidence[] = [];
      for await (const { evidence } of ratedUnits(db, now.cycle, now.scheme, choice)) units.push(evidence);
      if (units.length > mostDrawn) throw new Problem('stars.tooMany', { params: { max: mostDrawn } });
      return {
        ...sourceOf(now.cycle, now.scheme),
        robustness: robustnessOf(now.compiled, units, { draws, seed: seed }),
      };
    });
  }
}

/** Fixed, so that the same evidence gives the same ranges each time they are asked for. */
const seed = 20_261_122;

function faulty(faults: readonly Fault[]): Problem {
  return new Problem('method.faulty', { params: { count: faults.length }, faults: faults.slice(0, 1_000) });
}
