/** `sections[2].items[0].code` from its keys; a key of more than 64 characters is cut. */
export function readablePath(keys: readonly PropertyKey[]): string {
  return keys
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key).slice(0, 64)}`))
    .join('')
    .replace(/^\./, '');
}
