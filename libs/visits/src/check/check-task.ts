/** The name of the job that looks at reports just stored. */
export const checkTask = 'visit.check';

/** How often the look at a report is tried; then it goes to its reviewer all the same. */
export const mostAttempts = 8;

/** A report to be looked at. */
export interface ReportToCheck {
  readonly visit: string;
  readonly report: string;
}

/** What the job is about: the reports that were stored together. One job for each would cost more than storing them. */
export interface CheckJob {
  readonly reports: readonly ReportToCheck[];
  /** How often it was put off because photos could not be compared yet. */
  readonly waited?: number;
}
