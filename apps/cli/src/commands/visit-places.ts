import type { Command } from 'commander';
import { Calendars, Sites } from '#network';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';

/** `nujoom visit sites FILE` and `visit calendar FILE`. */
export function addVisitPlaces(group: Command, { say, settings }: CommandContext): void {
  group
    .command('sites')
    .description(say('cli.visit.sites'))
    .argument('<file>', say('cli.argument.file'))
    .action(async (file: string) => {
      const rows = await withPlatform(settings(), (rooms) => rooms.get(Sites).import(file));
      process.stdout.write(`${say('cli.visit.sitesDone', { rows })}\n`);
    });
  group
    .command('calendar')
    .description(say('cli.visit.calendar'))
    .argument('<file>', say('cli.argument.file'))
    .action(async (file: string) => {
      const rows = await withPlatform(settings(), (rooms) => rooms.get(Calendars).import(file));
      process.stdout.write(`${say('cli.visit.calendarDone', { rows })}\n`);
    });
}
