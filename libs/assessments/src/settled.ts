/** The places of assessors at a centre. The first two grade without seeing each other; the third settles differences. */
export const slots = ['first', 'second', 'settler'] as const;
export type Slot = (typeof slots)[number];

/** What counts of one grading when it is settled. */
export interface Graded {
  readonly id: string;
  /** A level's code; null: the criterion does not apply. */
  readonly level: string | null;
}

/** The latest gradings of one criterion of one centre, by those who are assigned now. */
export type Standing<G extends Graded = Graded> = Partial<Readonly<Record<Slot, G>>>;

/** A level that holds, and the ids of the gradings it rests on. */
export interface Settled {
  readonly level: string | null;
  readonly restsOn: readonly string[];
}

/**
 * The level that holds for a criterion, or null while none does: that of the only assessor assigned; that of both when
 * they agree; else the settler's. A grading that somebody assigned still owes leaves it open.
 */
export function settledOf(assigned: ReadonlySet<Slot>, { first, second, settler }: Standing): Settled | null {
  const graded = [first, second].filter((one, index) => assigned.has(slots[index] as Slot) && one !== undefined);
  const owed = (['first', 'second'] as const).filter((slot) => assigned.has(slot)).length;
  const [one, other] = graded as Graded[];
  if (!one || graded.length < owed) return null;
  if (!other) return { level: one.level, restsOn: [one.id] };
  if (one.level === other.level) return { level: one.level, restsOn: [one.id, other.id] };
  if (!settler || !assigned.has('settler')) return null;
  return { level: settler.level, restsOn: [one.id, other.id, settler.id] };
}

/** Whether both assessors are assigned and have graded: then each may see the other's, and neither may change his. */
export function bothSubmitted(assigned: ReadonlySet<Slot>, { first, second }: Standing): boolean {
  return assigned.has('first') && assigned.has('second') && first !== undefined && second !== undefined;
}

/** Whether both have graded, and differently. */
export function differ(assigned: ReadonlySet<Slot>, standing: Standing): boolean {
  return bothSubmitted(assigned, standing) && standing.first?.level !== standing.second?.level;
}
