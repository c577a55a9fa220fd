import type { SheetTally } from '#instruments';
import type { CampaignRules } from '../document/campaign.js';

/** What was counted about one place, by one outcome and segment: one row of the tallies of a campaign. */
export interface CountedRow {
  /** Codes, as the network has them. */
  readonly agency: string;
  readonly centre: string | null;
  readonly service: string | null;
  readonly channel: string | null;
  /** Empty: none was told. */
  readonly outcome: string;
  /** As `cellOf` joins it. */
  readonly segment: string;
  readonly tally: SheetTally;
}

/** By what results are told apart: a part of a place, the outcome, or a declared cut. */
export type ResultDimension = 'agency' | 'centre' | 'service' | 'channel' | 'outcome' | `cut:${string}`;

/** The code of a row in a dimension; null: it has none. */
export function codeIn(
  row: CountedRow,
  dimension: ResultDimension,
  { cuts }: Pick<CampaignRules, 'cuts'>,
): string | null {
  if (!isCut(dimension)) return row[dimension] || null;
  return row.segment.split('|')[cuts.indexOf(dimension.slice(4))] || null;
}

function isCut(dimension: ResultDimension): dimension is `cut:${string}` {
  return dimension.startsWith('cut:');
}
