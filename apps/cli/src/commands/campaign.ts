import type { Command } from 'commander';
import type { CommandContext } from '../program.js';
import { addCampaignErase } from './campaign-erase.js';
import { addCampaignImport } from './campaign-import.js';
import { addCampaignInvite } from './campaign-invite.js';
import { addCampaignMoves } from './campaign-moves.js';
import { addCampaignPoster } from './campaign-poster.js';
import { addCampaignRecount } from './campaign-recount.js';
import { addCampaignStatus } from './campaign-status.js';
import { addCampaignWays } from './campaign-ways.js';
import { office } from './visit.js';

/** `nujoom campaign save|open|close|list|status|ways|poster|invite|import|erase|recount`. */
export function addCampaigns(program: Command, context: CommandContext): void {
  const group = program.command('campaign').description(context.say('cli.campaign.description'));
  addCampaignMoves(group, context, office);
  addCampaignStatus(group, context);
  addCampaignWays(group, context);
  addCampaignPoster(group, context);
  addCampaignInvite(group, context, office);
  addCampaignImport(group, context, office);
  addCampaignErase(group, context, office);
  addCampaignRecount(group, context);
}
