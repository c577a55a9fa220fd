import { textsIn, type Language } from '#contract';
import { findingText, findingWeight, type FindingWeight } from '#fieldwork';
import type { KeptFinding, ReviewSheet } from '#visits';

/** A finding in the words of its reader. */
export interface FindingAnswer extends KeptFinding {
  readonly report: string;
  readonly weight: FindingWeight;
  readonly text: string;
}

/** What a reviewer looks at, with findings in his language. */
export type ReviewAnswer = Omit<ReviewSheet, 'findings'> & { readonly findings: readonly FindingAnswer[] };

export function reviewAnswer({ findings, ...sheet }: ReviewSheet, language: Language): ReviewAnswer {
  return { ...sheet, findings: findings.map((finding) => ({ ...finding, ...worded(finding, language) })) };
}

function worded(finding: KeptFinding, language: Language): Pick<FindingAnswer, 'weight' | 'text'> {
  const say = textsIn(language);
  const { code, params } = finding;
  if (code === 'checkFailed') return { weight: 'serious', text: say(`finding.${code}`, params) };
  return { weight: findingWeight(code), text: findingText(say, finding, language) };
}
