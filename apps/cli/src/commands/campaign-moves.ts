import type { Command } from 'commander';
import type { Actor } from '#access';
import { CampaignFiles, Campaigns, type CampaignLine, type MovedCampaign } from '#surveys';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';

/** `nujoom campaign save FILE`, `open CODE`, `close CODE`, `list [--cycle KEY]`. */
export function addCampaignMoves(group: Command, context: CommandContext, office: Actor): void {
  const { say, settings } = context;
  group
    .command('save')
    .description(say('cli.campaign.save'))
    .argument('<file>', say('cli.campaign.file'))
    .action(async (file: string) => {
      const saved = await withPlatform(settings(), (rooms) => rooms.get(CampaignFiles).read(office, file));
      const about = { code: saved.code, hash: saved.hash.slice(0, 12), state: say(`campaign.state.${saved.state}`) };
      process.stdout.write(`${say(saved.changed ? 'cli.campaign.kept' : 'cli.campaign.same', about)}\n`);
    });
  addMove(group, context, { name: 'open', move: (campaigns, code) => campaigns.open(office, code) });
  addMove(group, context, { name: 'close', move: (campaigns, code) => campaigns.close(office, code) });
  group
    .command('list')
    .description(say('cli.campaign.list'))
    .option('--cycle <key>', say('cli.option.cycle'))
    .action(async ({ cycle }: { readonly cycle?: string }) => {
      const lines = await withPlatform(settings(), (rooms) => allOf(rooms.get(Campaigns), cycle));
      const shown = lines.map(
        ({ code, cycle, state, opens, closes }) =>
          `${code}\t${cycle}\t${say(`campaign.state.${state}`)}\t${opens}\t${closes}`,
      );
      process.stdout.write(`${[...shown, say('cli.campaign.listed', { count: lines.length })].join('\n')}\n`);
    });
}

interface Move {
  readonly name: 'open' | 'close';
  readonly move: (campaigns: Campaigns, code: string) => Promise<MovedCampaign>;
}

function addMove(group: Command, { say, settings }: CommandContext, { name, move }: Move): void {
  group
    .command(name)
    .description(say(`cli.campaign.${name}`))
    .argument('<code>', say('cli.campaign.code'))
    .action(async (code: string) => {
      const { state, changed } = await withPlatform(settings(), (rooms) => move(rooms.get(Campaigns), code));
      const about = { code, state: say(`campaign.state.${state}`) };
      process.stdout.write(`${say(changed ? 'cli.campaign.moved' : 'cli.campaign.stands', about)}\n`);
    });
}

async function allOf(campaigns: Campaigns, cycle: string | undefined): Promise<CampaignLine[]> {
  const all: CampaignLine[] = [];
  for (let after: string | undefined = ''; after !== undefined;) {
    const some: readonly CampaignLine[] = await campaigns.list({ cycle, after });
    all.push(...some);
    after = some.at(-1)?.code;
  }
  return all;
}
