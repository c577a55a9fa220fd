import type { Provider } from '@nestjs/common';

/** Tallies of responses. */
export const tallyParts: Provider[] = [];
