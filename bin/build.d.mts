/** Builds dist/ unless it was built from exactly these sources. */
export function ensureBuilt(): Promise<void>;
