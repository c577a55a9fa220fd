import { publishedSchema } from '#documents';
import { Campaign } from './campaign.js';

/**
 * The published JSON Schema (draft 2020-12) of a campaign as offices write it: what has a default may be left out.
 * It tells the shape; what only `readCampaign` can tell, such as a place that stands twice, it does not.
 */
export const campaignSchema = publishedSchema('nujoom.campaign/1', Campaign);
