import { statesOf, type AnswerSheet, type CompiledInstrument } from '#instruments';
import { comparedItemsOf, type ComparedItem, type Reading } from './compared-items.js';

/** What the two shoppers of each double visit said about one item. */
export interface ItemReadings {
  readonly item: ComparedItem;
  readonly pairs: readonly (readonly [Said | null, Said | null])[];
}

/** What one of them said, or `notApplicable`. Null beside it: nothing, or it was not asked. */
export type Said = Reading;

/** That an item does not apply. No option has such a code: those have no capital letters. */
const notApplicable: Said = 'notApplicable';

/** The readings of all items by which two sheets can be compared. */
export function readingsIn(
  compiled: CompiledInstrument,
  pairs: readonly (readonly [AnswerSheet, AnswerSheet])[],
): readonly ItemReadings[] {
  const items = comparedItemsOf(compiled.instrument);
  const said = pairs.map(([one, other]) => [saidIn(compiled, one, items), saidIn(compiled, other, items)] as const);
  return items.map((item, at) => ({
    item,
    pairs: said.map(([one, other]) => [one[at] ?? null, other[at] ?? null] as const),
  }));
}

function saidIn(
  compiled: CompiledInstrument,
  { answers }: AnswerSheet,
  items: readonly ComparedItem[],
): readonly (Said | null)[] {
  const states = statesOf(compiled, { answers });
  return items.map(({ item, readingOf }) => {
    const state = states.get(`answers.${item}`);
    if (state === 'notApplicable') return notApplicable;
    const value = state === 'answered' && Object.hasOwn(answers, item) ? answers[item]?.value : undefined;
    return value === undefined ? null : readingOf(value);
  });
}
