import type { Command } from 'commander';
import type { Say } from '#contract';
import type { CycleFigures } from '#figures';
import { plain, signedText } from '#reports';
import { Figures } from '#results';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';

interface FiguresOptions {
  readonly cycle: string;
  readonly agency?: string;
  readonly json?: boolean;
}

/** `nujoom figures --cycle KEY [--agency CODE] [--json]`. */
export function addFigures(program: Command, { say, settings }: CommandContext): void {
  program
    .command('figures')
    .description(say('cli.figures.description'))
    .requiredOption('--cycle <key>', say('cli.option.cycle'))
    .option('--agency <code>', say('cli.option.agency'))
    .option('--json', say('cli.option.json'))
    .action(async ({ cycle, agency, json }: FiguresOptions) => {
      const figures = await withPlatform(settings(), async (rooms) => {
        const room = rooms.get(Figures);
        return agency === undefined ? (await room.of(cycle)).figures : room.ofAgency(cycle, agency);
      });
      process.stdout.write(json ? `${JSON.stringify(figures, null, 2)}\n` : tableOf(figures, say));
    });
}

/** Headline figures one a line: code, study, score, change, verdict; columns apart by tabs. */
function tableOf({ agencies }: CycleFigures, say: Say): string {
  const lines = agencies.flatMap(({ agency, studies }) =>
    studies.flatMap(({ study, headline }) => {
      if (!headline) return [];
      const { now, change } = headline;
      const score = now.value === null ? '—' : plain(now.value, 1);
      const verdict = say(`verdict.${change.verdict}`);
      return [[agency.code, say(`study.${study}`), score, signedText(change.points), verdict].join('\t')];
    }),
  );
  return `${lines.join('\n')}\n`;
}
