import { Inject, Injectable } from '@nestjs/common';
import { CampaignRules } from '#campaigns';
import { Database } from '#database';
import { SETTINGS, type Settings } from '#settings';
import { Quotas } from '../campaign/quotas.js';
import { letterOf, messageOf, type LetterContent } from './letter.js';
import { MailOut, mailConnections } from './mail-out.js';
import { OptOuts } from './opt-outs.js';
import type { Delivery } from './outgoing.js';
import { PersonalLinks } from './personal-links.js';
import {
  findOpenCampaign,
  listDue,
  lockSending,
  noteSent,
  type DueChoice,
  type DueInvitation,
} from './sending.queries.js';
import { SmsOut } from './sms-out.js';

/** What one round of sending did. */
export interface SendingReceipt {
  readonly sent: number;
  /** Refused for good by the server or gateway of the receiver. */
  readonly refused: number;
}

const dueAtOnce = 100;
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Sends invitations and reminders. Each is noted as sent right after it was taken on: a worker killed in between sends that one
 * again, with the same link and the same Message-ID (or `id` of SMS), so that mail programs and gateways can see that it is one.
 * Nothing is lost, and nothing that was noted goes out twice.
 */
@Injectable()
export class Sending {
  constructor(
    private readonly database: Database,
    private readonly links: PersonalLinks,
    private readonly optOuts: OptOuts,
    private readonly mail: MailOut,
    private readonly sms: SmsOut,
    private readonly quotas: Quotas,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Sends the invitations of a campaign that were not sent yet, while it takes answers and there are not enough of them yet.
   * @throws Error when some could not be sent but may be later; all others were
   */
  send(campaign: string, now = new Date()): Promise<SendingReceipt> {
    return this.round(campaign, now, () => null);
  }

  /** Reminds those who have not answered, when it is time, as often as the campaign says. Throws as `send`. */
  remind(campaign: string, now = new Date()): Promise<SendingReceipt> {
    return this.round(campaign, now, ({ invitations: { reminders, reminderAfterDays } }) => ({
      sentBefore: new Date(now.getTime() - reminderAfterDays * 86_400_000),
      most: reminders,
    }));
  }

  private async round(
    campaign: string,
    now: Date,
    reminding: (rules: CampaignRules) => DueChoice['reminded'],
  ): Promise<SendingReceipt> {
    return this.database.transaction(async (db) => {
      // The lock alone: what is noted meanwhile is kept one by one, whatever becomes of the round.
      if (!(await lockSending(db, campaign))) return { sent: 0, refused: 0 };
      const document = await findOpenCampaign(db, campaign);
      const rules = document === null ? null : CampaignRules.parse(document);
      if (!rules || now.getTime() < Date.parse(rules.opens) || now.getTime() >= Date.parse(rules.closes)) {
        return { sent: 0, refused: 0 };
      }
      return this.sendAll({ campaign, kinds: this.kinds(), now, reminded: reminding(rules) }, rules);
    });
  }

  private async sendAll(choice: Omit<DueChoice, 'full'>, rules: CampaignRules): Promise<SendingReceipt> {
    const counts = { sent: 0, refused: 0 };
    const failures: unknown[] = [];
    for (let after = nobody; failures.length < dueAtOnce;) {
      const full = [...(await this.quotas.fullPlaces(choice.campaign))];
      const due = await this.database.read((db) => listDue(db, { ...choice, full }, after, dueAtOnce));
      if (due.length === 0) break;
      after = due.at(-1)?.id ?? after;
      await atOnce(due, mailConnections, async (one) => {
        try {
          const isTaken = await this.sendOne(one, rules, choice);
          counts[isTaken ? 'sent' : 'refused'] += 1;
        } catch (error) {
          failures.push(error);
        }
      });
    }
    if (failures.length > 0) throw failures[0];
    return counts;
  }

  private async sendOne(
    due: DueInvitation,
    rules: CampaignRules,
    { now, reminded }: Pick<DueChoice, 'now' | 'reminded'>,
  ): Promise<boolean> {
    const { token, hash } = await this.links.linkOf(due.id);
    const content: LetterContent = {
      campaign: rules,
      language: due.language,
      link: new URL(`/a/${token}`, this.settings.address).href,
      optOut: new URL(`/o/${await this.optOuts.tokenOf(due.id)}`, this.settings.address).href,
      expiresAt: due.expiresAt,
      isReminder: reminded !== null,
    };
    const reminders = due.reminders + (reminded ? 1 : 0);
    const delivery = await this.deliver(due, content, `${due.id}.${reminders}`);
    const failed = delivery === 'taken' ? null : delivery.refused;
    await noteSent(this.database, { id: due.id, now, reminders, failed, token: hash });
    return failed === null;
  }

  private deliver({ kind, contact }: DueInvitation, content: LetterContent, id: string): Promise<Delivery> {
    if (kind === 'sms') return this.sms.deliver({ to: contact, text: messageOf(content), id });
    const messageId = `<${id}@${this.settings.address.hostname.replace(/[[\]:]/g, '')}>`;
    return this.mail.deliver({ to: contact, messageId, optOut: content.optOut, ...letterOf(content) });
  }

  private kinds(): DueInvitation['kind'][] {
    return [...(this.mail.isSet ? (['email'] as const) : []), ...(this.sms.isSet ? (['sms'] as const) : [])];
  }
}

/** Does something with each, a few at once. */
async function atOnce<T>(things: readonly T[], width: number, work: (thing: T) => Promise<void>): Promise<void> {
  const queue = things.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const thing of queue) await work(thing);
    }),
  );
}
