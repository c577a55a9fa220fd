import { median } from '#statistics';
import { decisions, type Decision } from './appeal.queries.js';

/** One appeal as statistics see it. */
export interface CountedAppeal {
  readonly agency: string;
  readonly visit: string;
  readonly decision: Decision | null;
  /** Working days of the agency from the appeal to its decision; null: not decided. */
  readonly workingDays: number | null;
}

/** Appeals in numbers. */
export interface AppealCounts {
  readonly appeals: number;
  readonly visits: number;
  readonly open: number;
  readonly decided: Readonly<Record<Decision, number>>;
  /** Of those decided, 0 to 1; null: none is. */
  readonly share: Readonly<Record<Decision, number>> | null;
  /** Half were decided within so many working days; null: none is. */
  readonly medianWorkingDays: number | null;
}

export interface AppealStatistics extends AppealCounts {
  /** By code. */
  readonly agencies: readonly (AppealCounts & { readonly agency: string })[];
}

/** What the appeals of a cycle come to, together and by agency. */
export function appealStatistics(appeals: readonly CountedAppeal[]): AppealStatistics {
  const byAgency = [...Map.groupBy(appeals, ({ agency }) => agency)].sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...countsOf(appeals), agencies: byAgency.map(([agency, own]) => ({ agency, ...countsOf(own) })) };
}

function countsOf(appeals: readonly CountedAppeal[]): AppealCounts {
  const tally = (decision: Decision) => appeals.filter((one) => one.decision === decision).length;
  const decided = inEach(tally);
  const sum = decisions.reduce((all, one) => all + decided[one], 0);
  return {
    appeals: appeals.length,
    visits: new Set(appeals.map(({ visit }) => visit)).size,
    open: appeals.length - sum,
    decided,
    share: sum === 0 ? null : inEach((one) => decided[one] / sum),
    medianWorkingDays: median(appeals.flatMap(({ workingDays }) => workingDays ?? [])),
  };
}

function inEach(of: (decision: Decision) => number): Record<Decision, number> {
  return { upheld: of('upheld'), amended: of('amended'), voided: of('voided') };
}
