import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { Option, type Command } from 'commander';
import { Problem, type Fault, type Say } from '#contract';
import { cycleKinds, type CycleKind } from '#cycles';
import { studyCodes, type StudyCode } from '#figures';
import { Agencies, Centres } from '#network';
import {
  AnswersImport,
  CountsImport,
  IndicatorsImport,
  ResultsImport,
  type AnswersReceipt,
  type ImportReceipt,
} from '#results';
import { csvLine } from '#spreadsheets';
import { counting } from '../process/progress.js';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';
import { addGradings } from './import-gradings.js';
import { monthOption } from './options.js';

interface ImportOptions {
  readonly mapping?: string;
  readonly skipFaults?: boolean;
  readonly faults?: string;
  readonly fiscalYearStarts?: number;
}

/** `nujoom import results|counts|agencies|centres FILE`. */
export function addImport(program: Command, context: CommandContext): void {
  const group = program.command('import').description(context.say('cli.import.description'));
  addResults(group, context);
  addCounts(group, context);
  addAnswers(group, context);
  addIndicators(group, context);
  addGradings(group, context);
  addRegister(group, context, 'agencies');
  addRegister(group, context, 'centres');
}

function addResults(group: Command, { say, settings }: CommandContext): void {
  shared(group.command('results').description(say('cli.import.results')), say)
    .requiredOption('--cycle <key>', say('cli.option.cycle'))
    .addOption(new Option('--study <code>', say('cli.option.study')).choices(studyCodes).makeOptionMandatory())
    .action(async (file: string, options: ImportOptions & { cycle: string; study: StudyCode }) => {
      await report(say, file, options, (request) =>
        withPlatform(settings(), (rooms) =>
          rooms.get(ResultsImport).run({ ...request, cycle: options.cycle, study: options.study }),
        ),
      );
    });
}

function addCounts(group: Command, { say, settings }: CommandContext): void {
  shared(group.command('counts').description(say('cli.import.counts')), say)
    .addOption(new Option('--cycle-by <kind>', say('cli.option.cycleBy')).choices(cycleKinds).makeOptionMandatory())
    .action(async (file: string, options: ImportOptions & { cycleBy: CycleKind }) => {
      await report(say, file, options, (request) =>
        withPlatform(settings(), (rooms) => rooms.get(CountsImport).run({ ...request, cycleBy: options.cycleBy })),
      );
    });
}

function addAnswers(group: Command, { say, settings }: CommandContext): void {
  group
    .command('answers')
    .description(say('cli.import.answers'))
    .argument('<file>', say('cli.argument.file'))
    .requiredOption('--cycle <key>', say('cli.option.cycle'))
    .requiredOption('--instrument <code@version>', say('cli.option.instrument'))
    .action(async (file: string, options: { cycle: string; instrument: string }) => {
      const [, instrument, version] = /^([a-z][a-z0-9_]*)@([1-9]\d{0,3})$/.exec(options.instrument) ?? [];
      if (!instrument) {
        const reason = say('cli.fault.instrument', { value: options.instrument.slice(0, 80) });
        throw new Problem('command.failed', { params: { reason } });
      }
      const onProgress = counting(process.stderr, (count) => say('cli.import.progress', { count }));
      const receipt = await withPlatform(settings(), (rooms) =>
        rooms.get(AnswersImport).run({ file, cycle: options.cycle, instrument, version: Number(version), onProgress }),
      ).finally(() => process.stderr.isTTY && process.stderr.write('\n'));
      process.stdout.write(`${takenIn(receipt, say)}\n`);
    });
}

function addIndicators(group: Command, { say, settings }: CommandContext): void {
  group
    .command('indicators')
    .description(say('cli.import.indicators'))
    .argument('<file>', say('cli.argument.file'))
    .requiredOption('--cycle <key>', say('cli.option.cycle'))
    .action(async (file: string, { cycle }: { cycle: string }) => {
      const receipt = await withPlatform(settings(), (rooms) => rooms.get(IndicatorsImport).run({ file, cycle }));
      process.stdout.write(`${takenIn(receipt, say)}\n`);
    });
}

function takenIn({ cycle, rows, added, corrected, unchanged }: AnswersReceipt, say: Say): string {
  return say('cli.import.takenIn', { cycle, rows, added, corrected, unchanged });
}

function addRegister(group: Command, { say, settings }: CommandContext, what: 'agencies' | 'centres'): void {
  const command = group
    .command(what)
    .description(say(`cli.import.${what}`))
    .argument('<file>', say('cli.argument.file'));
  if (what === 'centres') command.option('--correct', say('cli.option.correct'));
  command.action(async (file: string, { correct = false }: { correct?: boolean }) => {
    const { rows, added } = await withPlatform(settings(), (rooms) =>
      what === 'agencies' ? rooms.get(Agencies).name(file) : rooms.get(Centres).register(file, { corrects: correct }),
    );
    process.stdout.write(`${say(`cli.import.${what}Done`, { rows, added })}\n`);
  });
}

function shared(command: Command, say: Say): Command {
  return command
    .argument('<file>', say('cli.argument.file'))
    .option('--mapping <file>', say('cli.option.mapping'))
    .option('--skip-faults', say('cli.option.skipFaults'))
    .option('--faults <file>', say('cli.option.faults'))
    .addOption(monthOption('--fiscal-year-starts <month>', say));
}

interface SharedRequest {
  readonly file: string;
  readonly mapping?: string;
  readonly skipFaults: boolean;
  readonly fiscalStart?: number;
  readonly onFault: (fault: Fault) => void;
  readonly onProgress: (rows: number) => void;
}

async function report(
  say: Say,
  file: string,
  options: ImportOptions,
  run: (request: SharedRequest) => Promise<ImportReceipt>,
): Promise<void> {
  const faults = new FaultFile(options.skipFaults ? (options.faults ?? `${file}.faults.csv`) : null, say);
  const receipt = await run({
    file,
    ...(options.mapping ? { mapping: options.mapping } : {}),
    ...(options.fiscalYearStarts ? { fiscalStart: options.fiscalYearStarts } : {}),
    skipFaults: options.skipFaults ?? false,
    onFault: (fault) => faults.add(fault),
    onProgress: counting(process.stderr, (count) => say('cli.import.progress', { count })),
  }).finally(() => process.stderr.isTTY && process.stderr.write('\n'));
  const written = await faults.close();
  const { cycles, added, corrected, unchanged, rows, leftOut, faulty, newAgencies } = receipt;
  const lines = [
    say('cli.import.done', { rows, leftOut, cycles: cycles.toSorted().join(', ') }),
    say('cli.import.values', { added, corrected, unchanged, newAgencies }),
    ...(written ? [say('cli.import.faults', { faulty, file: written })] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The faults of an import as a CSV of their own, made when the first one comes. */
class FaultFile {
  private stream: WriteStream | null = null;

  constructor(
    private readonly path: string | null,
    private readonly say: Say,
  ) {}

  add({ line, where, value, reason, params }: Fault): void {
    if (this.path === null) return;
    if (!this.stream) {
      this.stream = createWriteStream(this.path);
      this.stream.write('\ufeffline,column,value,reason\r\n');
    }
    this.stream.write(csvLine([line, where, value, this.say(`fault.${reason}`, params)]));
  }

  /** @returns the path, or null when there was nothing to write */
  async close(): Promise<string | null> {
    if (!this.stream) return null;
    this.stream.end();
    await once(this.stream, 'finish');
    return this.path;
  }
}
