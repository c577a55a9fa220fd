import type { Provider } from '@nestjs/common';
import { CampaignFiles } from './campaign-files.js';
import { CampaignPosters } from './campaign-posters.js';
import { CampaignStatuses } from './campaign-status.js';
import { CampaignWays } from './campaign-ways.js';
import { Campaigns } from './campaigns.js';
import { PosterPrinter } from './poster-printer.js';
import { Quotas } from './quotas.js';
import { OpenCampaigns } from './open-campaigns.js';

/** Campaigns and their places. */
export const campaignParts: Provider[] = [
  OpenCampaigns,
  Campaigns,
  CampaignStatuses,
  CampaignWays,
  CampaignFiles,
  CampaignPosters,
  PosterPrinter,
  Quotas,
];
