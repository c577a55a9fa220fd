import type { Command } from 'commander';
import { periodOf } from '#cycles';
import { Agencies } from '#network';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';

/** `nujoom agency list|succeed`. */
export function addAgency(program: Command, { say, settings }: CommandContext): void {
  const group = program.command('agency').description(say('cli.agency.description'));
  group
    .command('list')
    .description(say('cli.agency.list'))
    .action(async () => {
      const agencies = await withPlatform(settings(), (rooms) => rooms.get(Agencies).list());
      const lines = agencies.map(({ code, nameEn, nameAr }) => [code, nameEn ?? '', nameAr ?? ''].join('\t'));
      process.stdout.write(lines.length > 0 ? `${lines.join('\n')}\n` : `${say('cli.agency.none')}\n`);
    });
  group
    .command('succeed')
    .description(say('cli.agency.succeed'))
    .argument('<predecessor>', say('cli.argument.predecessor'))
    .argument('<successor>', say('cli.argument.successor'))
    .requiredOption('--since <cycle>', say('cli.option.since'))
    .action(async (predecessor: string, successor: string, { since }: { since: string }) => {
      const { startsOn } = periodOf(since);
      await withPlatform(settings(), (rooms) =>
        rooms.get(Agencies).succeed({ predecessor, successor, since: startsOn }),
      );
      process.stdout.write(`${say('cli.agency.succeeded', { predecessor, successor, since })}\n`);
    });
}
