import type { Command } from 'commander';
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
        onFirstRun: ({ account }) => account && process.stdout.write(`${say('start.account', account)}\n`),
        onReady: (address) =>
          process.stdout.write(`${say('start.ready', { address: address.href })}\n${say('start.howToStop')}\n`),
        onStop: () => process.stderr.write(`${say('start.stopping')}\n`),
        onWarning: (line) => process.stderr.write(`${line}\n`),
      }).run();
    });
}
