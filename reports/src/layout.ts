/** Grows whenever a report of the same figures would look or read differently, so that it is printed anew. */
export const layout = 5;
