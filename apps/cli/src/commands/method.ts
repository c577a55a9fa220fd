import { writeFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import { Problem, wordingIn, type Fault, type Say } from '#contract';
import { Instrument, type AboutForm } from '#instruments';
import { Methods, methodKinds, type MethodKind, type MethodReceipt } from '#schemes';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';

/** `nujoom instrument …` and `nujoom scheme …`: documents in and out, published, compared. */
export function addMethods(program: Command, context: CommandContext): void {
  for (const kind of methodKinds) addKind(program.command(kind), kind, context);
}

function addKind(group: Command, kind: MethodKind, context: CommandContext): void {
  const { say, settings } = context;
  group.description(say(`cli.method.${kind}`));
  group
    .command('list')
    .description(say('cli.method.list'))
    .action(async () => {
      const lines = (await withPlatform(settings(), (rooms) => rooms.get(Methods).list(kind))).map(
        ({ code, version, publishedAt, title }) =>
          [
            code,
            version,
            say(publishedAt ? 'cli.method.isPublished' : 'cli.method.isDraft'),
            wordingIn(title, 'en'),
          ].join('\t'),
      );
      process.stdout.write(lines.length > 0 ? `${lines.join('\n')}\n` : `${say('cli.method.none')}\n`);
    });
  group
    .command('import')
    .description(say('cli.method.import'))
    .argument('<file>', say('cli.argument.document'))
    .action((file: string) => importFile(kind, file, context));
  if (kind === 'instrument') addXlsForm(group, context);
  group
    .command('publish')
    .description(say('cli.method.publish'))
    .argument('<code>', say('cli.argument.method'))
    .argument('<version>', say('cli.argument.version'), (text) => versionIn(text, say))
    .action(async (code: string, version: number) => {
      await withPlatform(settings(), (rooms) => rooms.get(Methods).publish({ kind, code, version }));
      process.stdout.write(`${say('cli.method.published', { code, version })}\n`);
    });
  addOut(group, kind, context);
}

function addXlsForm(group: Command, context: CommandContext): void {
  const { say, settings } = context;
  group
    .command('import-xlsform')
    .description(say('cli.method.importXlsForm'))
    .argument('<file>', say('cli.argument.xlsForm'))
    .argument('<code>', say('cli.argument.method'))
    .argument('<version>', say('cli.argument.version'), (text) => versionIn(text, say))
    .addOption(
      new Option('--filled-by <who>', say('cli.option.filledBy'))
        .choices(Instrument.shape.filledBy.options)
        .default('customer'),
    )
    .action(async (file: string, code: string, version: number, { filledBy }: Pick<AboutForm, 'filledBy'>) => {
      const receipt = await withPlatform(settings(), (rooms) =>
        rooms.get(Methods).importXlsForm(file, { code, version, filledBy }),
      );
      told(receipt, say);
    });
}

/** What only reads: export and diff. */
function addOut(group: Command, kind: MethodKind, { say, settings }: CommandContext): void {
  group
    .command('export')
    .description(say('cli.method.export'))
    .argument('<code>', say('cli.argument.method'))
    .argument('<version>', say('cli.argument.version'), (text) => versionIn(text, say))
    .argument('<file>', say('cli.argument.exported'))
    .action(async (code: string, version: number, file: string) => {
      const as = file.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'json';
      const content = await withPlatform(settings(), (rooms) =>
        rooms.get(Methods).exportFile({ kind, code, version }, as),
      );
      await writeFile(file, content);
      process.stdout.write(`${say('cli.method.exported', { code, version, file })}\n`);
    });
  group
    .command('diff')
    .description(say('cli.method.diff'))
    .argument('<code>', say('cli.argument.method'))
    .argument('<from>', say('cli.argument.version'), (text) => versionIn(text, say))
    .argument('<to>', say('cli.argument.version'), (text) => versionIn(text, say))
    .action(async (code: string, from: number, to: number) => {
      const found = await withPlatform(settings(), (rooms) => rooms.get(Methods).differences(kind, code, from, to));
      const lines = found.map((line) => [line.kind, line.where, line.what ?? '', shown(line.from), shown(line.to)]);
      process.stdout.write(
        lines.length > 0 ? lines.map((line) => `${line.join('\t')}\n`).join('') : `${say('cli.method.noDifference')}\n`,
      );
    });
}

async function importFile(kind: MethodKind, file: string, { say, settings }: CommandContext): Promise<void> {
  told(await withPlatform(settings(), (rooms) => rooms.get(Methods).importFile(kind, file)), say);
}

function told({ code, version, changed, beforePublishing }: MethodReceipt, say: Say): void {
  const lines = [
    say(changed ? 'cli.method.imported' : 'cli.method.unchanged', { code, version }),
    ...(beforePublishing.length > 0 ? [say('cli.method.before', { count: beforePublishing.length })] : []),
    ...beforePublishing.slice(0, 20).map((fault) => `  ${faultLine(fault, say)}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function faultLine({ where, reason, params }: Fault, say: Say): string {
  return `${where}: ${say(`fault.${reason}`, params)}`;
}

function versionIn(text: string, say: Say): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new Problem('command.failed', { params: { reason: say('cli.fault.version', { value: text.slice(0, 40) }) } });
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
