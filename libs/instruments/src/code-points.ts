/** How many characters a text has as people and databases count them: code points, not code units. */
export function codePointsIn(text: string): number {
  return Array.from(text).length;
}
