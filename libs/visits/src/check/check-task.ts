/** The name of the job that looks at a report just stored. */
export const checkTask = 'visit.check';

/** How often the look at a report is tried; then it goes to its reviewer all the same. */
export const mostAttempts = 8;

/** What the job is about. */
export interface CheckJob {
  readonly visit: string;
  readonly report: string;
  /** How often it was put off because photos could not be compared yet. */
  readonly waited?: number;
}
