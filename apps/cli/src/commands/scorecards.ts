import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Language } from '#contract';
import { Scorecards, type Subject } from '#scorecards';
import { Progress } from '../process/progress.js';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';
import { languageOption } from './options.js';

interface ScorecardOptions {
  readonly cycle: string;
  readonly agency?: string;
  readonly language?: Language;
  readonly out?: string;
}

/** `nujoom scorecards --cycle KEY [--agency CODE] [--language ar|en] [--out DIR]`. */
export function addScorecards(program: Command, { say, settings }: CommandContext): void {
  program
    .command('scorecards')
    .description(say('cli.scorecards.description'))
    .requiredOption('--cycle <key>', say('cli.option.cycle'))
    .option('--agency <code>', say('cli.option.agency'))
    .addOption(languageOption(say))
    .option('--out <folder>', say('cli.option.out'))
    .action(async ({ out, ...request }: ScorecardOptions) => {
      const folder = out ?? `scorecards-${request.cycle}`;
      const count = await withPlatform(settings(), async (rooms) => {
        const scorecards = rooms.get(Scorecards);
        const subjects = await scorecards.list(request);
        await mkdir(folder, { recursive: true });
        const progress = new Progress(process.stderr, say('cli.scorecards.progress'), subjects.length);
        await printAll(scorecards, subjects, folder, (done) => progress.show(done));
        return subjects.length;
      });
      process.stdout.write(`${say('cli.scorecards.done', { count, folder })}\n`);
    });
}

/** Prints all, two at a time as the printer does, and never holds more than those two. */
async function printAll(
  scorecards: Scorecards,
  subjects: readonly Subject[],
  folder: string,
  onDone: (done: number) => void,
): Promise<void> {
  const waiting = subjects.values();
  let done = 0;
  const work = async () => {
    for (const subject of waiting) {
      const { name, pdf } = await scorecards.pdf(subject);
      await writeFile(join(folder, name), pdf);
      onDone(++done);
    }
  };
  onDone(0);
  await Promise.all([work(), work()]);
}
