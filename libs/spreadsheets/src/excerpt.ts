/** The beginning of a value as a fault shows it: at most 200 characters, never half a surrogate pair. */
export function excerptOf(value: string): string {
  const start = value.slice(0, 200);
  return /[\uD800-\uDBFF]$/.test(start) ? start.slice(0, -1) : start;
}
