import type { CampaignPlace } from './campaign.js';

/** What a place is told apart by: two that have it alike are the same place. */
export function placeKey({ agency, centre, service, channel }: CampaignPlace): string {
  return JSON.stringify([agency, centre ?? null, service ?? null, channel ?? null]);
}
