/** Reasons to look at a visit, as its reviewer reads them. */
export const findings = {} as const;
