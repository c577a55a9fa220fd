import type { Provider } from '@nestjs/common';

/** Campaigns and their places. */
export const campaignParts: Provider[] = [];
