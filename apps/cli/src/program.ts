import { Command, CommanderError } from 'commander';
import { Problem, type Say, type TextKey } from '#contract';
import type { Settings } from '#settings';

/** What every command is handed. */
export interface CommandContext {
  readonly say: Say;
  /** Reads the settings; refuses a wrong one with `settings.invalid`. Help needs none of them. */
  readonly settings: () => Settings;
}

const titles: Readonly<Record<string, TextKey>> = {
  'Usage:': 'cli.help.usage',
  'Arguments:': 'cli.help.arguments',
  'Options:': 'cli.help.options',
  'Commands:': 'cli.help.commands',
};

const faults: Readonly<Record<string, TextKey>> = {
  'commander.unknownCommand': 'cli.fault.unknownCommand',
  'commander.unknownOption': 'cli.fault.unknownOption',
  'commander.missingArgument': 'cli.fault.missingArgument',
  'commander.optionMissingArgument': 'cli.fault.optionMissingArgument',
  'commander.missingMandatoryOptionValue': 'cli.fault.missingOption',
  'commander.excessArguments': 'cli.fault.excessArguments',
};

/** The `nujoom` command without its commands, speaking one language. Errors come out of `parseAsync`, for asRefusal. */
export function nujoomProgram(say: Say, version: string): Command {
  return new Command('nujoom')
    .description(say('cli.description'))
    .version(version, '-V, --version', say('cli.help.versionOption'))
    .helpOption('-h, --help', say('cli.help.helpOption'))
    .helpCommand('help [command]', say('cli.help.helpCommand'))
    .configureHelp({ styleTitle: (title) => (titles[title] ? say(titles[title]) : title) })
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
}

/** What the parser found wrong, as a refusal in the program's language; null when it only showed help or the version. */
export function asRefusal(error: unknown, say: Say): Error | null {
  if (!(error instanceof CommanderError)) return error instanceof Error ? error : new Error(String(error));
  if (error.exitCode === 0 || error.code === 'commander.help') return null;
  const key = faults[error.code];
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const reason = key ? say(key, { name: named }) : error.message.replace(/^error: /, '');
  return new Problem('command.failed', { params: { reason } }, { cause: error });
}
