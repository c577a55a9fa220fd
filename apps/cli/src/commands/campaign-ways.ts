import type { Command } from 'commander';
import type { INestApplicationContext } from '@nestjs/common';
import { CampaignFiles, CampaignWays } from '#surveys';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';

/** `nujoom campaign ways CODE [--csv FILE]`. */
export function addCampaignWays(group: Command, { say, settings }: CommandContext): void {
  group
    .command('ways')
    .description(say('cli.campaign.ways'))
    .argument('<code>', say('cli.campaign.code'))
    .option('--csv <file>', say('cli.campaign.csv'))
    .action(async (code: string, { csv }: { readonly csv?: string }) => {
      const count = await withPlatform(settings(), (rooms) =>
        csv === undefined ? show(rooms, code) : rooms.get(CampaignFiles).writeWays(code, csv),
      );
      const said = csv === undefined ? 'cli.campaign.waysListed' : 'cli.campaign.waysWritten';
      process.stdout.write(`${say(said, { count, file: csv ?? '' })}\n`);
    });
}

/** Shows them as they are read. @returns how many */
async function show(rooms: INestApplicationContext, code: string): Promise<number> {
  let count = 0;
  for await (const places of rooms.get(CampaignWays).all(code)) {
    const lines = places.flatMap(({ n, agency, centre, service, ways }) => {
      const place = [agency, centre, service].filter((part) => part !== null).join(' ');
      return ways.map(({ way, address }) => `${n}\t${place}\t${way}\t${address}\n`);
    });
    count += lines.length;
    process.stdout.write(lines.join(''));
  }
  return count;
}
