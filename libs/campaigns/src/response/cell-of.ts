import type { AnswerSheet } from '#instruments';
import type { CampaignRules } from '../document/campaign.js';

/** Where a response is counted, beside its place. */
export interface Cell {
  /** How the service ended: the code that was answered; empty: not asked or not answered. */
  readonly outcome: string;
  /** What was answered to each declared cut, joined by `|`; empty for one not answered. */
  readonly segment: string;
}

/** The cell of a sheet without faults. */
export function cellOf(
  { outcomeItem, cuts }: Pick<CampaignRules, 'outcomeItem' | 'cuts'>,
  { answers }: AnswerSheet,
): Cell {
  const answered = (item: string | undefined) => {
    const value = item === undefined ? undefined : answers[item]?.value;
    return typeof value === 'string' ? value : '';
  };
  return { outcome: answered(outcomeItem), segment: cuts.map(answered).join('|') };
}
