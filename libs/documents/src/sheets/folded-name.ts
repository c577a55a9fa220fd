/** A name as sheets, columns and keys are compared: `Min completeness` and `min_completeness` are `minCompleteness`. */
export function foldedName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}
