/**
 * The `dir` of a field: that of its words; without any letter the page's own. `auto` alone would turn an empty field to the
 * left, also on an Arabic page.
 */
export function typedDirection(text: string): 'auto' | undefined {
  return /\p{L}/u.test(text) ? 'auto' : undefined;
}
