import type { Provider } from '@nestjs/common';
import { OpenCampaigns } from './open-campaigns.js';

/** Campaigns and their places. */
export const campaignParts: Provider[] = [OpenCampaigns];
