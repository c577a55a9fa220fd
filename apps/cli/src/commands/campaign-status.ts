import type { Command } from 'commander';
import type { Say } from '#contract';
import { CampaignStatuses, type CampaignStatus, type WayStatus } from '#surveys';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';

/** `nujoom campaign status CODE`. */
export function addCampaignStatus(group: Command, { say, settings }: CommandContext): void {
  group
    .command('status')
    .description(say('cli.campaign.status'))
    .argument('<code>', say('cli.campaign.code'))
    .action(async (code: string) => {
      const status = await withPlatform(settings(), (rooms) => rooms.get(CampaignStatuses).status(code));
      process.stdout.write(`${linesOf(status, say).join('\n')}\n`);
    });
}

function linesOf(status: CampaignStatus, say: Say): string[] {
  const { code, cycle, state, opens, closes, places, responses, quotas, ways, days } = status;
  return [
    say('cli.campaign.about', { code, cycle, state: say(`campaign.state.${state}`), opens, closes }),
    say('cli.campaign.places', { count: places }),
    say('cli.campaign.responses', { ...responses }),
    ...goalsOf(status, say),
    ...quotas.map(({ agency, centre, service, most, counted }) =>
      say('cli.campaign.quota', { place: [agency, centre, service].filter(Boolean).join(' '), counted, most }),
    ),
    ...ways.map((way) => wayLine(way, say)),
    ...days.map(({ day, received }) => say('cli.campaign.day', { day, count: received })),
  ];
}

function goalsOf({ target, minimum, isMinimumReached, responses: { counted } }: CampaignStatus, say: Say): string[] {
  return [
    ...(target > 0 ? [say('cli.campaign.target', { counted, target })] : []),
    say(isMinimumReached ? 'cli.campaign.enough' : 'cli.campaign.tooFew', { minimum }),
  ];
}

function wayLine({ way, received, eligible, completed, rate, interval, reason }: WayStatus, say: Say): string {
  const about = { way: say(`campaign.way.${way}`), received };
  if (reason === 'moreThanInvited') return say('cli.campaign.wayMixed', { ...about, eligible, completed });
  if (rate === null || !interval) return say('cli.campaign.way', about);
  const percent = (share: number) => (100 * share).toFixed(1);
  const shares = { rate: percent(rate), low: percent(interval.low), high: percent(interval.high) };
  return say('cli.campaign.wayRate', { ...about, eligible, completed, ...shares });
}
