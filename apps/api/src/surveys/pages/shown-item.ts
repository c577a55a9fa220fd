import type { CampaignRules, Fields, PageFault } from '#campaigns';
import type { Instrument, Item } from '#instruments';
import type { Words } from './words.js';

/** One item as it is shown: what was typed, what is wrong with it, and how its page speaks. */
export interface ShownItem<Kind extends Item = Item> {
  readonly item: Kind;
  readonly instrument: Instrument;
  readonly campaign: Pick<CampaignRules, 'scaleOrder'>;
  readonly words: Words;
  /** As it was typed, by the names of fields. */
  readonly fields: Fields;
  /** Of this item. */
  readonly faults: readonly PageFault[];
  /** The only question of its page, which is its heading. */
  readonly isAlone: boolean;
  /** Asked since the answers above it: it has the focus. */
  readonly isAdded: boolean;
}

/** The id of what is described or described by: of a field, and of what stands beside it. */
export const faultId = (field: string): string => `${field}-fault`;
export const helpId = (field: string): string => `${field}-help`;
