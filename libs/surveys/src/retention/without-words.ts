import { placesOf, type AnswerSheet, type Given, type Instrument } from '#instruments';

/** Stands where somebody had written something that was erased: that something was written is counted, what it was is gone. */
export const erasedWords = '[…]';

/** The items that are answered in one's own words. */
export function wordItemsOf(instrument: Instrument): ReadonlySet<string> {
  return new Set(placesOf(instrument).flatMap(({ item }) => (item.type === 'text' ? [item.code] : [])));
}

/**
 * A sheet without what somebody wrote: answers of items of text, and remarks beside any. What was chosen, counted or measured stays,
 * and so does all that follows from it.
 * @param wordItems see `wordItemsOf` @returns null when nothing was written, or it was erased before
 */
export function withoutWords(sheet: AnswerSheet, wordItems: ReadonlySet<string>): AnswerSheet | null {
  let isChanged = false;
  const answers: Record<string, Given> = {};
  for (const [code, given] of Object.entries(sheet.answers)) {
    const erased = { ...given, ...wordsOf(given, wordItems.has(code)) };
    isChanged ||= erased.comment !== given.comment || erased.value !== given.value;
    answers[code] = erased;
  }
  return isChanged ? { ...sheet, answers } : null;
}

/** The fields of an answer that hold words, erased. */
function wordsOf({ value, comment }: Given, isText: boolean): Pick<Given, 'value' | 'comment'> {
  return {
    ...(isText && value !== undefined && { value: erasedWords }),
    ...(comment !== undefined && { comment: erasedWords }),
  };
}
