import { InvalidArgumentError, Option, type Command } from 'commander';
import { Accounts, Actor } from '#access';
import { Assignments, AssessmentWork, slots, type Slot, CycleCriteria } from '#assessments';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';
import { addGrading } from './grading.js';

/** Whoever runs commands has the rights of the office. */
const office = new Actor(null, '', 'office');

/** `nujoom assessment work|status|open|assign|conflict|self-assess|grade|settle`. */
export function addAssessment(program: Command, context: CommandContext): void {
  const group = program.command('assessment').description(context.say('cli.assessment.description'));
  addWork(group, context);
  addStatus(group, context);
  addOpen(group, context);
  addAssign(group, context);
  addConflict(group, context);
  addGrading(group, context, 'self-assess', 'selfAssess');
  addGrading(group, context, 'grade', 'grade');
  addGrading(group, context, 'settle', 'settle');
}

function addWork(group: Command, { say, settings }: CommandContext): void {
  group
    .command('work')
    .description(say('cli.assessment.work'))
    .requiredOption('--cycle <key>', say('cli.option.cycle'))
    .option('--as <account>', say('cli.option.as'))
    .action(async ({ cycle, as }: { cycle: string; as?: string }) => {
      const lines = await withPlatform(settings(), async (rooms) => {
        const actor = as === undefined ? office : await rooms.get(Accounts).actorNamed(as);
        const criteria = await rooms.get(CycleCriteria).of(cycle);
        const work = rooms.get(AssessmentWork);
        const told: string[] = [];
        for (let after: string | undefined = ''; after !== undefined;) {
          const page = await work.list(actor, cycle, criteria, after);
          for (const { assessment, done, missing, toSettle } of page) {
            const counts = { done: done.length, missing: missing.length, toSettle: toSettle.length };
            const { centre, selfDueOn: selfDue, gradingDueOn: gradingDue } = assessment;
            told.push(say('cli.assessment.workLine', { centre, selfDue, gradingDue, ...counts }));
          }
          after = page.at(-1)?.assessment.centre;
        }
        return told;
      });
      write(lines.length > 0 ? lines.join('\n') : say('cli.assessment.noWork'));
    });
}

function addStatus(group: Command, { say, settings }: CommandContext): void {
  group
    .command('status')
    .description(say('cli.assessment.status'))
    .requiredOption('--cycle <key>', say('cli.option.cycle'))
    .action(async ({ cycle }: { cycle: string }) => {
      const status = await withPlatform(settings(), (rooms) => rooms.get(AssessmentWork).status(cycle));
      write(say('cli.assessment.statusLine', { ...status }));
    });
}

interface OpenOptions {
  readonly cycle: string;
  readonly selfDue?: string;
  readonly gradingDue?: string;
}

function addOpen(group: Command, { say, settings }: CommandContext): void {
  group
    .command('open')
    .description(say('cli.assessment.open'))
    .argument('<centre>', say('cli.argument.centre'))
    .requiredOption('--cycle <key>', say('cli.option.cycle'))
    .addOption(dayOption('--self-due <day>', say('cli.option.selfDue')))
    .addOption(dayOption('--grading-due <day>', say('cli.option.gradingDue')))
    .action(async (centre: string, { cycle, selfDue, gradingDue }: OpenOptions) => {
      const due = { selfDueOn: selfDue, gradingDueOn: gradingDue };
      const opened = await withPlatform(settings(), (rooms) => rooms.get(Assignments).open({ cycle, centre }, due));
      const days = { selfDue: opened.selfDueOn, gradingDue: opened.gradingDueOn };
      write(say('cli.assessment.opened', { centre, ...days }));
    });
}

function addAssign(group: Command, { say, settings }: CommandContext): void {
  group
    .command('assign')
    .description(say('cli.assessment.assign'))
    .argument('<centre>', say('cli.argument.centre'))
    .argument('<assessor>', say('cli.argument.account'))
    .requiredOption('--cycle <key>', say('cli.option.cycle'))
    .addOption(new Option('--slot <slot>', say('cli.option.slot')).choices(slots).makeOptionMandatory())
    .action(async (centre: string, assessor: string, { cycle, slot }: { cycle: string; slot: Slot }) => {
      await withPlatform(settings(), (rooms) => rooms.get(Assignments).assign({ cycle, centre, slot, assessor }));
      write(say('cli.assessment.assigned', { assessor, slot, centre, cycle }));
    });
}

function addConflict(group: Command, { say, settings }: CommandContext): void {
  group
    .command('conflict')
    .description(say('cli.assessment.conflict'))
    .argument('<account>', say('cli.argument.account'))
    .argument('<agency>', say('cli.argument.agency'))
    .requiredOption('--reason <text>', say('cli.option.reason'))
    .action(async (account: string, agency: string, { reason }: { reason: string }) => {
      const receipt = await withPlatform(settings(), (rooms) =>
        rooms.get(Assignments).declareConflict(office, { account, agency, reason }),
      );
      write(say('cli.assessment.conflictDone', { ...receipt }));
    });
}

function dayOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text) => {
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toJSON()?.startsWith(text);
    if (!isDay) throw new InvalidArgumentError('2026-01-31');
    return text;
  });
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
