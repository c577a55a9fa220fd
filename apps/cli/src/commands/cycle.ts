import type { Command } from 'commander';
import { Problem } from '#contract';
import { Cycles } from '#cycles';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';

/** `nujoom cycle list|open|publish|withdraw`. */
export function addCycle(program: Command, { say, settings }: CommandContext): void {
  const group = program.command('cycle').description(say('cli.cycle.description'));
  group
    .command('list')
    .description(say('cli.cycle.list'))
    .action(async () => {
      const cycles = await withPlatform(settings(), (rooms) => rooms.get(Cycles).list());
      const lines = cycles.map(({ key, startsOn, endsOn, publishedAt }) =>
        [key, `${startsOn} – ${endsOn}`, say(publishedAt ? 'cli.cycle.isPublished' : 'cli.cycle.isNot')].join('\t'),
      );
      process.stdout.write(lines.length > 0 ? `${lines.join('\n')}\n` : `${say('cli.cycle.none')}\n`);
    });
  group
    .command('open')
    .description(say('cli.cycle.open'))
    .argument('<cycle>', say('cli.option.cycle'))
    .argument('<scheme>', say('cli.argument.scheme'))
    .action(async (cycle: string, scheme: string) => {
      const [, code, version] = /^([a-z][a-z0-9_]*)@([1-9]\d{0,3})$/.exec(scheme) ?? [];
      if (!code)
        throw new Problem('command.failed', { params: { reason: say('cli.fault.scheme', { value: scheme }) } });
      await withPlatform(settings(), (rooms) => rooms.get(Cycles).open(cycle, { code, version: Number(version) }));
      process.stdout.write(`${say('cli.cycle.opened', { cycle, scheme })}\n`);
    });
  for (const verb of ['publish', 'withdraw'] as const) {
    group
      .command(verb)
      .description(say(`cli.cycle.${verb}`))
      .argument('<cycle>', say('cli.option.cycle'))
      .action(async (cycle: string) => {
        await withPlatform(settings(), (rooms) => rooms.get(Cycles)[verb](cycle));
        process.stdout.write(`${say(`cli.cycle.${verb}Done`, { cycle })}\n`);
      });
  }
}
