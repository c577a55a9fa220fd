import type { Command } from 'commander';
import type { Actor } from '#access';
import { PlanFiles, VisitPlans, type CentrePower } from '#visits';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';
import { tenths } from './tenths.js';

interface CycleOption {
  readonly cycle: string;
}

/** `nujoom visit plan in|out|make`, `visit coverage`, `visit power`. */
export function addVisitPlan(group: Command, context: CommandContext, office: Actor): void {
  addFiles(group.command('plan').description(context.say('cli.visit.plan')), context, office);
  addReports(group, context);
}

function addFiles(group: Command, { say, settings }: CommandContext, office: Actor): void {
  group
    .command('in')
    .description(say('cli.visit.planIn'))
    .argument('<file>', say('cli.visit.planFile'))
    .requiredOption('--cycle <key>', say('cli.option.cycle'))
    .action(async (file: string, { cycle }: CycleOption) => {
      const { hash, changed } = await withPlatform(settings(), (rooms) => rooms.get(PlanFiles).read(cycle, file));
      const short = hash.slice(0, 12);
      write(say(changed ? 'cli.visit.planKept' : 'cli.visit.planSame', { cycle, hash: short }));
    });
  group
    .command('out')
    .description(say('cli.visit.planOut'))
    .argument('<file>', say('cli.visit.planFile'))
    .requiredOption('--cycle <key>', say('cli.option.cycle'))
    .action(async (file: string, { cycle }: CycleOption) => {
      await withPlatform(settings(), (rooms) => rooms.get(PlanFiles).write(cycle, file));
      write(say('cli.visit.planWritten', { cycle, file }));
    });
  group
    .command('make')
    .description(say('cli.visit.planMake'))
    .requiredOption('--cycle <key>', say('cli.option.cycle'))
    .action(async ({ cycle }: CycleOption) => {
      const made = await withPlatform(settings(), (rooms) => rooms.get(VisitPlans).make(office, cycle));
      write(say('cli.visit.planMade', { ...made }));
    });
}

function addReports(group: Command, { say, settings }: CommandContext): void {
  group
    .command('coverage')
    .description(say('cli.visit.coverage'))
    .requiredOption('--cycle <key>', say('cli.option.cycle'))
    .action(async ({ cycle }: CycleOption) => {
      const { total, places } = await withPlatform(settings(), (rooms) => rooms.get(VisitPlans).coverage(cycle));
      const lines = places.map(
        (place) => `${place.centre}\t${place.wave}\t${say('cli.visit.coverageLine', { ...place })}`,
      );
      write([...lines, say('cli.visit.coverageTotal', { ...total })].join('\n'));
    });
  group
    .command('power')
    .description(say('cli.visit.power'))
    .requiredOption('--cycle <key>', say('cli.option.cycle'))
    .action(async ({ cycle }: CycleOption) => {
      const centres = await withPlatform(settings(), (rooms) => rooms.get(VisitPlans).power(cycle));
      write(
        centres.length === 0
          ? say('cli.visit.powerNone')
          : centres.map((one) => say('cli.visit.powerLine', told(one))).join('\n'),
      );
    });
}

function told({ centre, planned, spread, needed, detectable }: CentrePower) {
  const points = (value: number | null) => (value === null ? '–' : tenths(value));
  return { centre, planned, needed: needed ?? '–', detectable: points(detectable), spread: points(spread) };
}

function write(text: string): void {
  process.stdout.write(`${text}\n`);
}
