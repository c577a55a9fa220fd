import type { EntityManager } from 'typeorm';
import type { VisitState, VisitVerb } from '#fieldwork';

/** A planned visit as the office lists it. */
export interface VisitLine {
  readonly id: string;
  readonly cycle: string;
  readonly centre: string;
  readonly agency: string;
  readonly wave: string;
  readonly scenario: string;
  readonly service: string | null;
  readonly dueFrom: string;
  readonly dueTo: string;
  readonly weekday: string;
  readonly hourFrom: string;
  readonly hourTo: string;
  readonly language: 'ar' | 'en';
  readonly gender: 'female' | 'male';
  readonly pair: string | null;
  readonly replaces: string | null;
  readonly state: VisitState;
  /** The name of its shopper; null: nobody's. */
  readonly shopper: string | null;
  readonly grade: number | null;
}

/** Which visits of a cycle; what is absent or null is not asked for. */
export interface VisitChoice {
  readonly state?: string | null | undefined;
  /** A centre's code. */
  readonly centre?: string | null | undefined;
  /** From after this visit, in the order of the list. */
  readonly after?: string | null | undefined;
}

/** Up to `most` visits of a cycle, by the first day they are due; of one day by their ids. */
export function listVisits(
  db: EntityManager,
  cycleId: string,
  { state = null, centre = null, after = null }: VisitChoice,
  most: number,
): Promise<VisitLine[]> {
  return db.query<VisitLine[]>(
    `select visits.id, cycles.key as cycle, centres.code as centre, agencies.code as agency, wave, scenario, service,
       due_from::text as "dueFrom", due_to::text as "dueTo", weekday, hour_from as "hourFrom", hour_to as "hourTo",
       language, gender, pair_id as pair, replaces, state, accounts.name as shopper, grade
     from visits join cycles on cycles.id = visits.cycle_id join centres on centres.id = visits.centre_id
     join agencies on agencies.id = visits.agency_id left join accounts on accounts.id = visits.shopper_id
     where visits.cycle_id = $1 and ($2::text is null or state = $2) and ($3::text is null or centres.code = $3)
       and ($4::uuid is null or (due_from, visits.id) > (select due_from, id from visits as known where known.id = $4))
     order by due_from, visits.id limit $5`,
    [cycleId, state, centre, after, most],
  );
}

/** One move of a visit, as its trail tells it. */
export interface TrailLine {
  readonly from: VisitState | null;
  readonly to: VisitState;
  readonly verb: VisitVerb | null;
  readonly role: string;
  /** The account's name; null: the platform, or the command line. */
  readonly account: string | null;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, unknown>> | null;
  readonly at: Date;
}

/** All moves of a visit, the first first. */
export function listTrail(db: EntityManager, visitId: string): Promise<TrailLine[]> {
  return db.query<TrailLine[]>(
    `select from_state as "from", to_state as "to", verb, visit_events.role, accounts.name as account, reason, details, at
     from visits join visit_events on visit_events.cycle_id = visits.cycle_id and visit_events.agency_id = visits.agency_id
       and visit_events.visit_id = visits.id
     left join accounts on accounts.id = visit_events.account_id
     where visits.id = $1 order by n`,
    [visitId],
  );
}
