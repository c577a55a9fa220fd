import { randomUUID } from 'node:crypto';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { Accounts } from '#access';
import { Gradings, CycleCriteria } from '#assessments';
import { Problem, type Say } from '#contract';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';

interface GradingOptions {
  readonly cycle: string;
  readonly as: string;
  readonly level?: string;
  readonly notApplicable?: boolean;
  readonly reason: string;
  readonly id?: string;
}

/** One command that says something of a criterion on behalf of an account. */
export function addGrading(
  group: Command,
  { say, settings }: CommandContext,
  name: string,
  verb: 'selfAssess' | 'grade' | 'settle',
): void {
  gradingOptions(group.command(name).description(say(`cli.assessment.${verb}`)), say).action(
    async (centre: string, criterion: string, options: GradingOptions) => {
      const { cycle, as, level = null, notApplicable = false, reason, id = randomUUID() } = options;
      if ((level === null) !== notApplicable) {
        throw new Problem('request.invalid', { faults: [{ where: '--level', reason: 'missing' }] });
      }
      const receipt = await withPlatform(settings(), async (rooms) => {
        const actor = await rooms.get(Accounts).actorNamed(as);
        const sent = { cycle, centre, criterion, id, level, reason };
        return rooms.get(Gradings)[verb](actor, sent, await rooms.get(CycleCriteria).of(cycle));
      });
      process.stdout.write(`${say('cli.assessment.stored', { id: receipt.id, revision: receipt.revision })}\n`);
    },
  );
}

function gradingOptions(command: Command, say: Say): Command {
  return command
    .argument('<centre>', say('cli.argument.centre'))
    .argument('<criterion>', say('cli.argument.criterion'))
    .requiredOption('--cycle <key>', say('cli.option.cycle'))
    .requiredOption('--as <account>', say('cli.option.as'))
    .addOption(new Option('--level <code>', say('cli.option.level')).conflicts('notApplicable'))
    .option('--not-applicable', say('cli.option.notApplicable'))
    .requiredOption('--reason <text>', say('cli.option.reason'))
    .addOption(new Option('--id <uuid>', say('cli.option.id')).argParser(uuidIn));
}

function uuidIn(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) throw new InvalidArgumentError('UUID');
  return text.toLowerCase();
}
