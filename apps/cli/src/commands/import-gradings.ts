import type { Command } from 'commander';
import { GradingsImport, CycleCriteria } from '#assessments';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';

/** `nujoom import gradings FILE`. */
export function addGradings(group: Command, { say, settings }: CommandContext): void {
  group
    .command('gradings')
    .description(say('cli.import.gradings'))
    .argument('<file>', say('cli.argument.file'))
    .requiredOption('--cycle <key>', say('cli.option.cycle'))
    .option('--evidence <folder>', say('cli.option.evidence'))
    .action(async (file: string, { cycle, evidence }: { cycle: string; evidence?: string }) => {
      const request = { file, cycle, ...(evidence === undefined ? {} : { evidence }) };
      const { rows, added, corrected, unchanged, files, assigned } = await withPlatform(settings(), async (rooms) =>
        rooms.get(GradingsImport).run(request, await rooms.get(CycleCriteria).of(cycle)),
      );
      const counts = { rows, added, corrected, unchanged, files, assigned };
      process.stdout.write(`${say('cli.import.gradingsDone', counts)}\n`);
    });
}
