/** How long each run of the same value is, in their order: of 3, 3, 3, 4, 4, 3 the runs are 3, 2 and 1. */
export function runLengths(values: readonly unknown[]): readonly number[] {
  const runs: number[] = [];
  values.forEach((value, at) => {
    if (at > 0 && value === values[at - 1]) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
    else runs.push(1);
  });
  return runs;
}

/** The longest run of identical answers; 0 of none. Source: `longstring` of the R package careless (domain note 6.9). */
export function longestRun(values: readonly unknown[]): number {
  return runLengths(values).reduce((longest, length) => Math.max(longest, length), 0);
}
