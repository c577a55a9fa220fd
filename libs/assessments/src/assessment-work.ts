import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { cycleOf } from '#cycles';
import { Database } from '#database';
import { listAssessments, type Assessment, type Whose } from './assessment.queries.js';
import { namesOf } from './assignment.queries.js';
import { criteriaFor, ruleFor, type Criteria } from './criteria.js';
import { cycleStatus, type CycleStatus } from './cycle-status.js';
import { listEvidence, type EvidenceItem } from './evidence.queries.js';
import { bothSubmitted, differ, settledOf, slots, type Settled, type Slot } from './settled.js';
import { standingAt, type CentreStanding } from './settled-gradings.js';
import { listGradings, type CriterionStanding, type Grading } from './standing.queries.js';
import { isOffice, visibleTo, type CentreInCycle, type Visible } from './visible.js';

/** What somebody has to do at one centre. */
export interface WorkItem {
  readonly assessment: Assessment;
  /** The place of who asks: null for the agency and the office. */
  readonly slot: Slot | null;
  /** Criteria that he graded, or settled. */
  readonly done: readonly string[];
  /** Criteria that he has to grade still; none for a settler and for the office. */
  readonly missing: readonly string[];
  /** Criteria on which the two assessors differ and nobody has settled; for the settler and the office. */
  readonly toSettle: readonly string[];
  /** Criteria that need a file and have none. */
  readonly evidenceMissing: readonly string[];
}

/** One grading as it is shown to whoever may see it. */
export interface GradingSheet extends Grading {
  /** Whose it is: the agency's own, or the assessor's of a place. */
  readonly by: 'self' | Slot;
}

/** One criterion of a centre, as far as who asks may see it. */
export interface CriterionSheet {
  readonly criterion: string;
  readonly gradings: readonly GradingSheet[];
  /** The level that holds; null: none yet, or not for him to see. */
  readonly settled: Settled | null;
  readonly evidence: readonly EvidenceItem[];
}

/** The assessment of one centre, as far as who asks may see it. */
export interface Sheet {
  readonly assessment: Assessment;
  readonly slot: Slot | null;
  /** Names by place; the office sees all, an assessor himself, an agency none. */
  readonly assessors: readonly { readonly slot: Slot; readonly name: string }[];
  readonly criteria: readonly CriterionSheet[];
}

const mostItems = 100;

/** What is to be done in a cycle, and how far it is. */
@Injectable()
export class AssessmentWork {
  constructor(private readonly database: Database) {}

  /**
   * The work of an assessor or an agency in a cycle, and for the office all centres: up to a hundred by the codes of their
   * centres, from after one of them.
   */
  list(actor: Actor, cycleKey: string, criteria: Criteria, after?: string): Promise<WorkItem[]> {
    return this.database.read(async (db) => {
      const cycle = await cycleOf(db, cycleKey);
      const page = await listAssessments(db, cycle.id, whose(actor), { after, most: mostItems });
      const ids = page.map(({ centreId }) => centreId);
      const centres = new Map((await standingAt(db, cycle.id, ids)).map((centre) => [centre.centreId, centre]));
      return page.map((assessment) =>
        workAt(assessment, centres.get(assessment.centreId) as CentreStanding, actor, criteria),
      );
    });
  }

  /**
   * Everything about one centre that who asks may see. An assessor does not see the other's grading of a criterion before
   * both have graded it; an agency sees its own, and what is settled once the cycle is published.
   */
  sheet(actor: Actor, centre: CentreInCycle): Promise<Sheet> {
    return this.database.read(async (db) => {
      const visible = await visibleTo(db, actor, centre, 'read');
      const standings = await listGradings(db, visible.assessment);
      const evidence = await listEvidence(db, visible.assessment);
      const names = await namesOf(db, [...visible.assigned.values()]);
      const codes = [...new Set([...standings.keys(), ...evidence.map(({ criterion }) => criterion)])].sort();
      return {
        assessment: visible.assessment,
        slot: visible.slot,
        assessors: [...visible.assigned]
          .filter(([slot]) => isOffice(actor) || slot === visible.slot)
          .map(([slot, id]) => ({ slot, name: names.get(id) ?? '' })),
        criteria: codes.map((criterion) => ({
          criterion,
          ...shown(actor, visible, standings.get(criterion) ?? { self: null, assessors: {} }),
          evidence: evidence.filter((file) => file.criterion === criterion),
        })),
      };
    });
  }

  /** How far the assessments of a cycle are. */
  status(cycleKey: string): Promise<CycleStatus> {
    return this.database.read(async (db) => cycleStatus(db, (await cycleOf(db, cycleKey)).id));
  }
}

function whose(actor: Actor): Whose {
  if (isOffice(actor)) return {};
  const nobody = '00000000-0000-0000-0000-000000000000';
  if (actor.can('assessment.selfAssess')) return { agencyId: actor.agencyId ?? nobody };
  return { accountId: actor.accountId ?? nobody };
}

function workAt(assessment: Assessment, at: CentreStanding, actor: Actor, criteria: Criteria): WorkItem {
  const slot = [...at.assigned].find(([, accountId]) => accountId === actor.accountId)?.[0] ?? null;
  const places = new Set(at.assigned.keys());
  const codes = criteriaFor(criteria, assessment.channelType);
  const standings = [...at.criteria];
  const own = slot ?? (isOffice(actor) ? null : 'self');
  const done = standings.filter(([, standing]) => own !== null && gradingBy(standing, own)).map(([code]) => code);
  const settles = slot === 'settler' || isOffice(actor);
  const open = ([, { assessors }]: (typeof standings)[number]) => differ(places, assessors) && !assessors.settler;
  return {
    assessment,
    slot,
    done,
    missing: own === null || slot === 'settler' ? [] : codes.filter((code) => !done.includes(code)),
    toSettle: settles ? standings.filter(open).map(([code]) => code) : [],
    evidenceMissing: codes.filter(
      (code) => ruleFor(criteria, assessment.channelType, code)?.evidence === 'required' && !at.withEvidence.has(code),
    ),
  };
}

function gradingBy({ self, assessors }: CriterionStanding, by: 'self' | Slot) {
  return by === 'self' ? self : (assessors[by] ?? null);
}

/** The gradings of one criterion that somebody may see, and the level that holds if he may see that. */
function shown(
  actor: Actor,
  { cycle, assigned, slot }: Visible,
  { self, assessors }: CriterionStanding<Grading>,
): Pick<CriterionSheet, 'gradings' | 'settled'> {
  const places = new Set(assigned.keys());
  const all = isOffice(actor) || (slot !== null && bothSubmitted(places, assessors));
  const seen = slots.filter((place) => all || place === slot);
  const given = seen.flatMap((by): GradingSheet[] => (assessors[by] ? [{ by, ...assessors[by] }] : []));
  const published = cycle.publishedAt !== null;
  return {
    gradings: [...(self ? [{ by: 'self' as const, ...self }] : []), ...given],
    settled: all || published ? settledOf(places, assessors) : null,
  };
}
