import type { Command } from 'commander';
import type { Say } from '#contract';
import { SurveyTallies, type SurveyTallyCheck } from '#surveys';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';

/** `nujoom campaign recount CYCLE [--rebuild]`: ends with 1 when the tallies are not what the answers come to. */
export function addCampaignRecount(group: Command, { say, settings }: CommandContext): void {
  group
    .command('recount')
    .description(say('cli.campaign.recount'))
    .argument('<cycle>', say('cli.option.cycle'))
    .option('--rebuild', say('cli.campaign.rebuild'))
    .action(async (cycle: string, { rebuild = false }: { readonly rebuild?: boolean }) => {
      const check = await withPlatform(settings(), async (rooms) => {
        const tallies = rooms.get(SurveyTallies);
        if (rebuild) process.stdout.write(`${say('cli.campaign.rebuilt', { count: await tallies.rebuild() })}\n`);
        return tallies.check(cycle);
      });
      process.stdout.write(`${linesOf(check, say).join('\n')}\n`);
      if (check.tallies.length + check.wrong.length > 0) process.exitCode = 1;
    });
}

function linesOf({ responses, tallies, wrong }: SurveyTallyCheck, say: Say): string[] {
  if (tallies.length + wrong.length === 0) return [say('cli.campaign.recounted', { count: responses })];
  const differences = tallies.map(({ place, outcome, segment, standing, kept, recounted }) =>
    say('cli.campaign.tallyDiffers', { place, kept, recounted, key: [outcome, segment, standing].join(' ') }),
  );
  return [...differences, ...wrong.map((id) => say('cli.campaign.contributionWrong', { id }))];
}
