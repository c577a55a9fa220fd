import type { Command } from 'commander';
import { UnsentFiles } from '#visits';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';

/** `nujoom visit unsent FILE --password WORDS`: what a tablet exported because it could not send. */
export function addVisitUnsent(visit: Command, { say, settings }: CommandContext): void {
  visit
    .command('unsent')
    .description(say('cli.visit.unsent'))
    .argument('<file>', say('cli.visit.unsentFile'))
    .requiredOption('--password <words>', say('cli.visit.unsentPassword'))
    .action(async (file: string, { password }: { password: string }) => {
      const taken = await withPlatform(settings(), (rooms) => rooms.get(UnsentFiles).take(file, password));
      const { shopper, stored, known, refused, drafts } = taken;
      process.stdout.write(`${say('cli.visit.unsentTaken', { shopper, stored, known, drafts })}\n`);
      for (const { id, code } of refused) process.stdout.write(`${say('cli.visit.unsentRefused', { id, code })}\n`);
      if (refused.length > 0) process.exitCode = 1;
    });
}
