import type { Command } from 'commander';
import type { Actor } from '#access';
import { ResponsesImport } from '#surveys';
import { counting } from '../process/progress.js';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';

/** `nujoom campaign import CODE FILE [--mapping FILE]`. */
export function addCampaignImport(group: Command, { say, settings }: CommandContext, office: Actor): void {
  group
    .command('import')
    .description(say('cli.campaign.import'))
    .argument('<code>', say('cli.campaign.code'))
    .argument('<file>', say('cli.argument.file'))
    .option('--mapping <file>', say('cli.campaign.importMapping'))
    .action(async (campaign: string, file: string, { mapping }: { readonly mapping?: string }) => {
      const onProgress = counting(process.stderr, (count) => say('cli.import.progress', { count }));
      const imported = await withPlatform(settings(), (rooms) =>
        rooms.get(ResponsesImport).run(office, { campaign, file, mapping, onProgress }),
      ).finally(() => process.stderr.isTTY && process.stderr.write('\n'));
      process.stdout.write(`${say('cli.campaign.imported', { ...imported })}\n`);
    });
}
