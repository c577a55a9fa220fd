import type { Command } from 'commander';
import type { Actor } from '#access';
import { InvitationFiles, writeLinks } from '#surveys';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';

/** `nujoom campaign invite CODE FILE [--links OUT.csv]`. */
export function addCampaignInvite(group: Command, { say, settings }: CommandContext, office: Actor): void {
  group
    .command('invite')
    .description(say('cli.campaign.invite'))
    .argument('<code>', say('cli.campaign.inviteTo'))
    .argument('<file>', say('cli.argument.file'))
    .option('--links <file>', say('cli.campaign.links'))
    .action(async (code: string, file: string, { links: out }: { links?: string }) => {
      const { links, ...counts } = await withPlatform(settings(), (rooms) =>
        rooms.get(InvitationFiles).read(office, code, file),
      );
      if (out !== undefined) await writeLinks(out, links);
      process.stdout.write(`${say('cli.campaign.invited', { ...counts })}\n`);
      const count = links.length;
      if (out !== undefined) process.stdout.write(`${say('cli.campaign.linksWritten', { count, file: out })}\n`);
      else if (count > 0) process.stdout.write(`${say('cli.campaign.linksLeft', { count })}\n`);
    });
}
