import type { Command } from 'commander';
import type { Actor } from '#access';
import { UnsentFiles } from '#visits';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';

/** `nujoom visit unsent FILE --password WORDS [--keep REASON]`: what a tablet exported because it could not send. */
export function addVisitUnsent(visit: Command, { say, settings }: CommandContext, office: Actor): void {
  visit
    .command('unsent')
    .description(say('cli.visit.unsent'))
    .argument('<file>', say('cli.visit.unsentFile'))
    .requiredOption('--password <words>', say('cli.visit.unsentPassword'))
    .option('--keep <reason>', say('cli.visit.unsentKeep'))
    .action(async (file: string, { password, keep }: { password: string; keep?: string }) => {
      const keeping = keep === undefined ? null : { by: office, reason: keep };
      const taken = await withPlatform(settings(), (rooms) => rooms.get(UnsentFiles).take(file, password, keeping));
      const { shopper, stored, known, beside, refused, drafts } = taken;
      process.stdout.write(`${say('cli.visit.unsentTaken', { shopper, stored, known, drafts })}\n`);
      if (beside > 0) process.stdout.write(`${say('cli.visit.unsentBeside', { count: beside })}\n`);
      for (const { id, code } of refused) process.stdout.write(`${say('cli.visit.unsentRefused', { id, code })}\n`);
      if (refused.length > 0) process.exitCode = 1;
    });
}
