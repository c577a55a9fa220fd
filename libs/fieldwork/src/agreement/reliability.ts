/** What data of some agreement are good for. */
export type Reliability = 'good' | 'tentative' | 'notForDecisions';

/**
 * The band of an alpha: 0.800 and above good, from 0.667 on for tentative conclusions, below that not for decisions; null: no alpha.
 * Source: Krippendorff, Content Analysis, 2004, p. 241; domain note 4.4.
 */
export function reliabilityOf(alpha: number | null): Reliability | null {
  if (alpha === null) return null;
  if (alpha >= 0.8) return 'good';
  return alpha >= 0.667 ? 'tentative' : 'notForDecisions';
}
