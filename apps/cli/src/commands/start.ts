import type { Command } from 'commander';
import type { Say } from '#contract';
import type { FirstRun } from '../first-run.js';
import { listenForStop } from '../process/stop-signals.js';
import type { CommandContext } from '../program.js';
import { Platform } from '../start/platform.js';
import { Steps } from '../start/steps.js';

/** `nujoom start`: the platform in the foreground, until Ctrl-C. */
export function addStart(program: Command, { say, settings }: CommandContext): void {
  program
    .command('start')
    .description(say('cli.start.description'))
    .action(async () => {
      const signals = listenForStop();
      await new Platform({
        settings: settings(),
        say,
        signals,
        steps: new Steps(process.stderr),
        onReady: (address, firstRun) => process.stdout.write(welcome(say, address, firstRun)),
        onStop: () => process.stderr.write(`${say('start.stopping')}\n`),
        onWarning: (line) => process.stderr.write(`${line}\n`),
      }).run();
    });
}

function welcome(say: Say, address: URL, { account }: FirstRun): string {
  const lines = [say('start.ready', { address: address.href })];
  if (account) lines.push(say('start.account', account));
  return `${[...lines, say('start.howToStop')].join('\n')}\n`;
}
