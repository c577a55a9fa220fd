/** What JSON can hold: maps become objects, with `notRated` for the star that is none. Everything else stays as it is. */
export function plain(value: unknown): unknown {
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, one]) => [key === null ? 'notRated' : String(key), plain(one)]));
  }
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}
