import { Option, type Command } from 'commander';
import { Accounts } from '#access';
import { Problem, roles, type Role } from '#contract';
import { Agencies } from '#network';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';

type AccountRole = Exclude<Role, 'visitor'>;
const choices = Object.keys(roles).filter((role) => role !== 'visitor');

/** `nujoom account add|renew NAME`. */
export function addAccount(program: Command, { say, settings }: CommandContext): void {
  const group = program.command('account').description(say('cli.account.description'));
  group
    .command('add')
    .description(say('cli.account.add'))
    .argument('<name>', say('cli.argument.account'))
    .addOption(new Option('--role <role>', say('cli.option.role')).choices(choices).makeOptionMandatory())
    .option('--agency <code>', say('cli.option.ofAgency'))
    .action(async (name: string, { role, agency }: { role: AccountRole; agency?: string }) => {
      const account = await withPlatform(settings(), async (rooms) => {
        const agencyId = agency === undefined ? null : await idOf(rooms.get(Agencies), agency);
        return rooms.get(Accounts).create(name, role, agencyId);
      });
      process.stdout.write(`${say('cli.account.made', { ...account })}\n`);
    });
  group
    .command('renew')
    .description(say('cli.account.renew'))
    .argument('<name>', say('cli.argument.account'))
    .action(async (name: string) => {
      const account = await withPlatform(settings(), (rooms) => rooms.get(Accounts).renewPassword(name));
      process.stdout.write(`${say('cli.account.made', { ...account })}\n`);
    });
}

async function idOf(agencies: Agencies, code: string): Promise<string> {
  const agency = (await agencies.list()).find((one) => one.code === code);
  if (!agency) throw new Problem('agency.unknown', { params: { agency: code.slice(0, 64) } });
  return agency.id;
}
