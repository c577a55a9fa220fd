import { createHash } from 'node:crypto';
import { Problem, type Language } from '#contract';
import type { CycleFigures } from '#figures';
import { layout, programmeReport, scorecard, type FontFile } from '#reports';

/** What a report is about: one agency, by its code, or the programme. */
export interface Subject {
  readonly cycle: string;
  /** Null: the programme report. */
  readonly agency: string | null;
  readonly language: Language;
}

/** Names a report in addresses and files: an agency's code, or this. No agency's code has a leading underscore. */
export const programmeName = '_programme';

/**
 * SHA-256 of all that a report shows, hexadecimal: the same figures in the same layout give the same.
 * @throws Problem `scorecard.unknown` when the cycle has no such agency
 */
export function figuresHashOf(figures: CycleFigures, agency: string | null): string {
  const own = agency === null ? figures.agencies : [agencyIn(figures, agency)];
  return createHash('sha256')
    .update(JSON.stringify({ layout, ...figures, agencies: own }))
    .digest('hex');
}

/** The page of a report, ready to print. @throws Problem `scorecard.unknown` */
export function pageOf(subject: Subject, figures: CycleFigures, fonts: readonly FontFile[]): string {
  const imprint = { figuresHash: figuresHashOf(figures, subject.agency) };
  if (subject.agency === null) return programmeReport(figures, subject.language, imprint, fonts);
  return scorecard(agencyIn(figures, subject.agency), figures, subject.language, imprint, fonts);
}

function agencyIn(figures: CycleFigures, code: string) {
  const agency = figures.agencies.find((one) => one.agency.code === code);
  if (!agency) throw new Problem('scorecard.unknown');
  return agency;
}
