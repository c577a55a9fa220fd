import type { Command } from 'commander';
import type { Say } from '#contract';
import { CampaignStatuses, type CampaignStatus, type QuotaLine, type WayStatus } from '#surveys';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';
import { tenths } from './tenths.js';

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
  const { code, cycle, state, opens, closes, places, responses, quotas, ways, days, imports } = status;
  return [
    say('cli.campaign.about', { code, cycle, state: say(`campaign.state.${state}`), opens, closes }),
    say('cli.campaign.places', { count: places }),
    say('cli.campaign.responses', { ...responses }),
    ...goalsOf(status, say),
    ...quotas.map((quota) => quotaLine(quota, say)),
    ...ways.map((way) => wayLine(way, say)),
    ...days.map(({ day, received }) => say('cli.campaign.day', { day, count: received })),
    ...imports.map(({ fileName: file, rows, added, by, at }) =>
      say('cli.campaign.importedBy', { file, rows, added, by: by ?? '–', at: at.toISOString() }),
    ),
    ...retentionLines(status, say),
  ];
}

function quotaLine({ agency, centre, service, most, whenFull, counted }: QuotaLine, say: Say): string {
  const about = { place: [agency, centre, service].filter(Boolean).join(' '), counted, most };
  const isClosed = whenFull === 'close' && counted >= most;
  return say(isClosed ? 'cli.campaign.quotaClosed' : 'cli.campaign.quota', about);
}

function goalsOf({ target, minimum, isMinimumReached, responses: { counted } }: CampaignStatus, say: Say): string[] {
  return [
    ...(target > 0 ? [say('cli.campaign.target', { counted, target })] : []),
    say(isMinimumReached ? 'cli.campaign.enough' : 'cli.campaign.tooFew', { minimum }),
  ];
}

function retentionLines({ retention: { contacts, words } }: CampaignStatus, say: Say): string[] {
  const erasedOn = (when: Date) => when.toISOString().slice(0, 10);
  const { erased, erasedOnRequest } = words;
  return [
    ...(contacts.areKept ? [say('cli.campaign.contactsDue', { day: erasedOn(contacts.dueAt) })] : []),
    words.erasedAt
      ? say('cli.campaign.wordsErased', { day: erasedOn(words.erasedAt), count: erased })
      : say('cli.campaign.wordsDue', { day: erasedOn(words.dueAt) }),
    ...(erasedOnRequest > 0 ? [say('cli.campaign.erasedOnRequest', { count: erasedOnRequest })] : []),
  ];
}

function wayLine({ way, received, eligible, completed, rate, interval, reason }: WayStatus, say: Say): string {
  const about = { way: say(`campaign.way.${way}`), received };
  if (reason === 'moreThanInvited') return say('cli.campaign.wayMixed', { ...about, eligible, completed });
  if (rate === null || !interval) return say('cli.campaign.way', about);
  const percent = (share: number) => tenths(100 * share);
  const shares = { rate: percent(rate), low: percent(interval.low), high: percent(interval.high) };
  return say('cli.campaign.wayRate', { ...about, eligible, completed, ...shares });
}
