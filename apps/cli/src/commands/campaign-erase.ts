import type { Command } from 'commander';
import type { Actor } from '#access';
import { ResponseErasures } from '#surveys';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';

/** `nujoom campaign erase CODE RESPONSE --reason TEXT`. */
export function addCampaignErase(group: Command, { say, settings }: CommandContext, office: Actor): void {
  group
    .command('erase')
    .description(say('cli.campaign.erase'))
    .argument('<code>', say('cli.campaign.code'))
    .argument('<response>', say('cli.campaign.eraseResponse'))
    .requiredOption('--reason <text>', say('cli.campaign.eraseReason'))
    .action(async (code: string, response: string, { reason }: { readonly reason: string }) => {
      const { id, changed } = await withPlatform(settings(), (rooms) =>
        rooms.get(ResponseErasures).erase(office, code, response, reason),
      );
      process.stdout.write(`${say(changed ? 'cli.campaign.erased' : 'cli.campaign.nothingToErase', { id })}\n`);
    });
}
