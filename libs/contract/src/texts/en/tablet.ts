/** The tablet of mystery shoppers. */
export const tablet = {} as const;
