import { textsIn, type Language } from '#contract';
import { settingsFrom } from '#settings';
import { nujoomProgram, type CommandContext } from '../../apps/cli/src/program.js';
import type { Command } from 'commander';

type Adding = (program: Command, context: CommandContext) => void;

/** Where the commands run: the address of a database, and a folder. */
export interface CommandPlace {
  readonly url: string;
  readonly home: string;
}

/**
 * Runs a command of some that are added, and gives what it says on standard output.
 * @param line the command without `nujoom`; `_` stands for a blank within a word
 */
export async function saidBy(
  adding: readonly Adding[],
  { url, home }: CommandPlace,
  line: string,
  language: Language = 'en',
): Promise<string> {
  const say = textsIn(language);
  const program = nujoomProgram(say, '1');
  const context = { say, settings: () => settingsFrom({ DATABASE_URL: url, NUJOOM_HOME: home }) };
  for (const add of adding) add(program, context);
  let said = '';
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (text) => {
    said += String(text);
    return true;
  };
  try {
    await program.parseAsync(
      line.split(' ').map((word) => word.replaceAll('_', ' ')),
      { from: 'user' },
    );
  } finally {
    process.stdout.write = write;
  }
  return said.trim();
}
