import type { Command } from 'commander';
import { CampaignPosters } from '#surveys';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';

interface PosterOptions {
  readonly centre: string;
  readonly service?: string;
  readonly out: string;
}

/** `nujoom campaign poster CODE --centre X [--service S] --out FILE`. */
export function addCampaignPoster(group: Command, { say, settings }: CommandContext): void {
  group
    .command('poster')
    .description(say('cli.campaign.poster'))
    .argument('<code>', say('cli.campaign.code'))
    .requiredOption('--centre <code>', say('cli.campaign.posterCentre'))
    .option('--service <code>', say('cli.campaign.posterService'))
    .requiredOption('--out <file>', say('cli.campaign.posterOut'))
    .action(async (code: string, { centre, service, out }: PosterOptions) => {
      await withPlatform(settings(), (rooms) => rooms.get(CampaignPosters).write(code, { centre, service }, out));
      process.stdout.write(`${say('cli.campaign.posterWritten', { file: out })}\n`);
    });
}
