import type { Command } from 'commander';
import { renderUnicodeCompact } from 'uqr';
import { Devices } from '#access';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';

/** `nujoom device enrol SHOPPER`, `device list`, `device revoke ID`. */
export function addDevice(program: Command, { say, settings }: CommandContext): void {
  const group = program.command('device').description(say('cli.device.description'));
  group
    .command('enrol')
    .description(say('cli.device.enrol'))
    .argument('<shopper>', say('cli.argument.account'))
    .option('--label <text>', say('cli.device.label'), 'Tablet')
    .action(async (shopper: string, { label }: { label: string }) => {
      const { code, expiresAt } = await withPlatform(settings(), (rooms) => rooms.get(Devices).issue(shopper, label));
      // Behind the sign of a fragment no server and no log ever sees it.
      const address = new URL(`/tablet/#enrol=${code}`, settings().address).href;
      const until = expiresAt.toISOString().slice(0, 16).replace('T', ' ');
      process.stdout.write(
        `${renderUnicodeCompact(address, { border: 2 })}\n${say('cli.device.scan', { shopper, address, code, until })}\n`,
      );
    });
  group
    .command('list')
    .description(say('cli.device.list'))
    .action(async () => {
      const devices = await withPlatform(settings(), (rooms) => rooms.get(Devices).list());
      if (devices.length === 0) process.stdout.write(`${say('cli.device.none')}\n`);
      for (const { id, shopper, label, seenAt, revokedAt, waiting } of devices) {
        const seen = seenAt.toISOString();
        const line = say('cli.device.line', { id, shopper, label, seen, waiting: waiting ?? 0 });
        process.stdout.write(`${line}${revokedAt ? ` · ${say('cli.device.revoked')}` : ''}\n`);
      }
    });
  group
    .command('revoke')
    .description(say('cli.device.revoke'))
    .argument('<id>', say('cli.device.id'))
    .action(async (id: string) => {
      await withPlatform(settings(), (rooms) => rooms.get(Devices).revoke(id));
      process.stdout.write(`${say('cli.device.revokedNow')}\n`);
    });
}
