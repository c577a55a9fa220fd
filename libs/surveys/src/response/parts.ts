import type { Provider } from '@nestjs/common';

/** Responses as they come in, and decisions about them. */
export const responseParts: Provider[] = [];
