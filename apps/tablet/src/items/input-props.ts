import type { AnswerValue, Item, ItemType } from '#instruments';
import type { Spot } from '../filling/asked.js';

/** What the input of an item of one type is given. */
export interface InputProps<T extends ItemType> {
  readonly item: Extract<Item, { type: T }>;
  readonly spot: Spot;
  readonly value: AnswerValue | undefined;
  readonly onValue: (value: AnswerValue | undefined) => void;
  /** Ids of the question, and of the help and faults that describe the input; the latter may be absent. */
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
}
