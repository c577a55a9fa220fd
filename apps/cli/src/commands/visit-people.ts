import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Actor } from '#access';
import { Shoppers, type ShopperTraits } from '#visits';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';

interface ShopperOptions {
  readonly gender: ShopperTraits['gender'];
  readonly languages: ShopperTraits['languages'];
  readonly inactive?: boolean;
}

/** `nujoom visit shopper NAME` and `visit conflict SHOPPER AGENCY`. */
export function addVisitPeople(group: Command, { say, settings }: CommandContext, office: Actor): void {
  group
    .command('shopper')
    .description(say('cli.visit.shopper'))
    .argument('<name>', say('cli.argument.account'))
    .addOption(
      new Option('--gender <gender>', say('cli.visit.gender')).choices(['female', 'male']).makeOptionMandatory(),
    )
    .addOption(
      new Option('--languages <list>', say('cli.visit.languages')).argParser(languagesIn).makeOptionMandatory(),
    )
    .option('--inactive', say('cli.visit.inactive'))
    .action(async (name: string, { gender, languages, inactive = false }: ShopperOptions) => {
      const traits = { gender, languages, active: !inactive };
      const kept = await withPlatform(settings(), (rooms) => rooms.get(Shoppers).save(name, traits));
      const { password } = kept;
      const lines = [
        say('cli.visit.shopperKept', { name: kept.name }),
        ...(password === null ? [] : [say('cli.account.made', { name: kept.name, password })]),
      ];
      process.stdout.write(`${lines.join('\n')}\n`);
    });
  group
    .command('conflict')
    .description(say('cli.visit.conflict'))
    .argument('<shopper>', say('cli.argument.account'))
    .argument('<agency>', say('cli.argument.agency'))
    .requiredOption('--reason <text>', say('cli.option.reason'))
    .action(async (shopper: string, agency: string, { reason }: { reason: string }) => {
      const done = await withPlatform(settings(), (rooms) =>
        rooms.get(Shoppers).declareConflict(office, { shopper, agency, reason }),
      );
      process.stdout.write(`${say('cli.visit.conflictDone', { ...done })}\n`);
    });
}

function languagesIn(text: string): ShopperTraits['languages'] {
  const languages = [...new Set(text.split(','))].filter((one) => one === 'ar' || one === 'en');
  if (languages.join(',') !== text) throw new InvalidArgumentError('ar,en');
  return languages;
}
