import type { Command } from 'commander';
import type { Actor } from '#access';
import type { Say } from '#contract';
import { AssignmentFiles, VisitAssignments, type UnfilledVisit } from '#visits';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';

interface CycleOption {
  readonly cycle: string;
}

/** `nujoom visit assignments out|in FILE` and `visit propose`. */
export function addVisitAssignments(group: Command, context: CommandContext, office: Actor): void {
  addFiles(group.command('assignments').description(context.say('cli.visit.assignments')), context, office);
  addPropose(group, context, office);
}

function addFiles(group: Command, { say, settings }: CommandContext, office: Actor): void {
  group
    .command('out')
    .description(say('cli.visit.assignmentsOut'))
    .argument('<file>', say('cli.visit.assignmentsFile'))
    .requiredOption('--cycle <key>', say('cli.option.cycle'))
    .action(async (file: string, { cycle }: CycleOption) => {
      const rows = await withPlatform(settings(), (rooms) => rooms.get(AssignmentFiles).write(cycle, file));
      process.stdout.write(`${say('cli.visit.assignmentsWritten', { rows, file })}\n`);
    });
  group
    .command('in')
    .description(say('cli.visit.assignmentsIn'))
    .argument('<file>', say('cli.argument.file'))
    .requiredOption('--cycle <key>', say('cli.option.cycle'))
    .action(async (file: string, { cycle }: CycleOption) => {
      const done = await withPlatform(settings(), (rooms) => rooms.get(AssignmentFiles).read(office, cycle, file));
      process.stdout.write(`${say('cli.visit.assignmentsRead', { ...done })}\n`);
    });
}

function addPropose(group: Command, { say, settings }: CommandContext, office: Actor): void {
  group
    .command('propose')
    .description(say('cli.visit.propose'))
    .requiredOption('--cycle <key>', say('cli.option.cycle'))
    .option('--apply', say('cli.visit.apply'))
    .action(async ({ cycle, apply = false }: CycleOption & { apply?: boolean }) => {
      const { proposed, unfilled } = await withPlatform(settings(), (rooms) => {
        const assignments = rooms.get(VisitAssignments);
        return apply ? assignments.assignProposed(office, cycle) : assignments.propose(cycle);
      });
      const lines = [
        ...proposed.map(({ visit, centre, shopper }) => `${visit}\t${centre}\t${shopper}`),
        ...unfilled.map((one) => `${one.visit}\t${one.centre}\t${standsInTheWay(one, say)}`),
        say(apply ? 'cli.visit.applied' : 'cli.visit.proposed', {
          proposed: proposed.length,
          unfilled: unfilled.length,
        }),
      ];
      process.stdout.write(`${lines.join('\n')}\n`);
    });
}

function standsInTheWay({ nearest, faults }: UnfilledVisit, say: Say): string {
  if (nearest === null) return say('cli.visit.noShoppers');
  return `${nearest}: ${faults.map(({ reason, params }) => say(`fault.${reason}`, params)).join('; ')}`;
}
