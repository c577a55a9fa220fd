import type { EntityManager } from 'typeorm';
import { cycleOf, type Cycle } from '#cycles';
import { Problem } from '#contract';
import { listServing } from '#network';
import type { Slot } from './settled.js';

/** The assessment of one centre in one cycle, with the agency it belonged to when the assessment was opened. */
export interface Assessment {
  readonly cycleId: string;
  readonly agencyId: string;
  readonly agency: string;
  readonly centreId: string;
  readonly centre: string;
  readonly channelType: string;
  /** The last day of the self-assessment, ISO; until its end in UTC. */
  readonly selfDueOn: string;
  /** The last day of grading, ISO; until its end in UTC. */
  readonly gradingDueOn: string;
  /** Whether the agency, and whether assessors, are still in time. */
  readonly selfOpen: boolean;
  readonly gradingOpen: boolean;
}

/** The last days of an assessment; one that is absent stays, or is the last day of the cycle. */
export interface DueDays {
  readonly selfDueOn?: string | undefined;
  readonly gradingDueOn?: string | undefined;
}

/** Who is assigned to a centre now: account ids by place. */
export type Assigned = ReadonlyMap<Slot, string>;

const columns = `assessments.cycle_id as "cycleId", assessments.agency_id as "agencyId", agencies.code as agency,
  assessments.centre_id as "centreId", centres.code as centre, centres.channel_type as "channelType",
  self_due_on::text as "selfDueOn", grading_due_on::text as "gradingDueOn",
  self_due_on >= (now() at time zone 'utc')::date as "selfOpen",
  grading_due_on >= (now() at time zone 'utc')::date as "gradingOpen"`;
const tables = `assessments join centres on centres.id = assessments.centre_id
  join agencies on agencies.id = assessments.agency_id`;

/** The assessment of a centre by its code, or null. Locked, nobody else changes what belongs to it meanwhile. */
export async function findAssessment(
  db: EntityManager,
  cycleId: string,
  centre: string,
  lock: boolean,
): Promise<Assessment | null> {
  const [row] = await db.query<Assessment[]>(
    `select ${columns} from ${tables} where cycle_id = $1 and centres.code = $2 ${lock ? 'for update of assessments' : ''}`,
    [cycleId, centre],
  );
  return row ?? null;
}

/** Whose assessments are listed: all, those of an agency, or those assigned to an account. */
export interface Whose {
  readonly agencyId?: string;
  readonly accountId?: string;
}

/** Up to `most` assessments of a cycle by the codes of their centres, from after one of them. */
export function listAssessments(
  db: EntityManager,
  cycleId: string,
  { agencyId, accountId }: Whose,
  { after = '', most }: { after?: string | undefined; most: number },
): Promise<Assessment[]> {
  return db.query<Assessment[]>(
    `select ${columns} from ${tables}
     where cycle_id = $1 and centres.code > $2 and ($3::uuid is null or assessments.agency_id = $3)
       and ($4::uuid is null or exists (select from assessor_assignments as mine
         where mine.cycle_id = $1 and mine.centre_id = assessments.centre_id and mine.account_id = $4 and ended_at is null))
     order by centres.code limit $5`,
    [cycleId, after, agencyId ?? null, accountId ?? null, most],
  );
}

/** A centre to be assessed, with the agency it belongs to in the cycle. */
export interface Assessed {
  readonly centreId: string;
  readonly agencyId: string;
}

/** Opens the assessments of centres, or changes the last days of those that are open. */
export async function keepAssessments(
  db: EntityManager,
  cycle: Cycle,
  centres: readonly Assessed[],
  { selfDueOn, gradingDueOn }: DueDays = {},
): Promise<void> {
  const sorted = [...centres].sort((a, b) => (a.centreId < b.centreId ? -1 : 1)); // one order of locks for everybody
  await db.query(
    `insert into assessments as known (cycle_id, agency_id, centre_id, self_due_on, grading_due_on)
     select $1, agency_id, centre_id, coalesce($4::date, $6::date), coalesce($5::date, $6::date)
     from unnest($2::uuid[], $3::uuid[]) with ordinality as given (agency_id, centre_id, place) order by place
     on conflict (cycle_id, centre_id) do update set
       self_due_on = coalesce($4::date, known.self_due_on), grading_due_on = coalesce($5::date, known.grading_due_on)`,
    [
      cycle.id,
      sorted.map(({ agencyId }) => agencyId),
      sorted.map(({ centreId }) => centreId),
      selfDueOn ?? null,
      gradingDueOn ?? null,
      cycle.endsOn,
    ],
  );
}

/** The assessment of a centre, opened when it is not there yet, and locked. @throws Problem `cycle.unknown`, `centre.unknown` */
export async function openAssessment(
  db: EntityManager,
  { cycle: key, centre: code }: { cycle: string; centre: string },
  due: DueDays = {},
): Promise<Assessment> {
  const cycle = await cycleOf(db, key);
  const known = await findAssessment(db, cycle.id, code, true);
  if (known && !due.selfDueOn && !due.gradingDueOn) return known;
  const centre = known ?? (await servingCentre(db, cycle, code));
  await keepAssessments(db, cycle, [centre], due);
  return (await findAssessment(db, cycle.id, code, true)) as Assessment;
}

async function servingCentre(db: EntityManager, cycle: Cycle, code: string): Promise<Assessed> {
  const centre = (await listServing(db, cycle)).find((one) => one.code === code);
  if (!centre) throw new Problem('centre.unknown', { params: { centre: code.slice(0, 64) } });
  return { centreId: centre.id, agencyId: centre.agencyId };
}
