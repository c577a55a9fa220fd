/** Whether text can be stored and sent everywhere: no NUL, and no half of a surrogate pair. */
export function isWhole(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
