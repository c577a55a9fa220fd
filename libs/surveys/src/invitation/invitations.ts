import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PlatformSecret, type Actor } from '#access';
import { CampaignRules } from '#campaigns';
import { Problem, type Fault } from '#contract';
import { firstFaults } from '#documents';
import { Database } from '#database';
import { KnownInstruments } from '#schemes';
import { SETTINGS, type Settings } from '#settings';
import { languagesOf } from '../campaign/open-campaigns.js';
import { contactHash } from './contact.js';
import {
  readInvitee,
  type InvitationRow,
  type InvitationSurroundings,
  type Invitee,
  type RowFault,
} from './invitation-row.js';
import {
  askFor,
  findInvitingCampaign,
  insertInvitations,
  listKnown,
  placeNumbers,
  summaryOf,
  type InvitationSummary,
  type InvitingCampaign,
  type NewInvitation,
} from './invitation.queries.js';
import { PersonalLinks } from './personal-links.js';

/** A link that is handed out by others. */
export interface HandedLink {
  readonly reference: string;
  /** The whole address. */
  readonly link: string;
}

/** What came of a list of people to invite. */
export interface InvitedReceipt {
  readonly added: number;
  /** Invited before, by their reference: they were not invited again. */
  readonly known: number;
  /** Who does not want to be invited, ever. */
  readonly optedOut: number;
  /** Of those without a contact, old and new. */
  readonly links: readonly HandedLink[];
}

/** The job that sends what was not sent yet. */
export const sendTask = 'invitation.send';
/** The purpose of the key that contacts are hashed with. */
export const contactPurpose = 'survey contacts';

const rowsAtOnce = 1_000;

/** People who are invited to a campaign, one response each. */
@Injectable()
export class Invitations {
  constructor(
    private readonly database: Database,
    private readonly links: PersonalLinks,
    private readonly secret: PlatformSecret,
    private readonly instruments: KnownInstruments,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Invites people, all or none; the same again invites nobody twice. The letters are sent by the worker.
   * @throws Problem `campaign.unknown`, `campaign.notOpen`, `campaign.over`, `request.invalid` with a fault for each wrong field
   */
  add(actor: Actor, campaign: string, rows: readonly InvitationRow[]): Promise<InvitedReceipt> {
    return this.invite(actor, campaign, (surroundings) => Promise.resolve(inviteesOf(rows, surroundings)));
  }

  /** As `add`, with whoever reads the rows. @param read is told what to hold them against */
  async invite(
    actor: Actor,
    code: string,
    read: (surroundings: InvitationSurroundings) => Promise<readonly Invitee[]>,
  ): Promise<InvitedReceipt> {
    if (!actor.can('campaign.invite')) throw new Problem('access.notAllowed');
    const invitees = await read(await this.database.read((db) => this.surroundings(db, code)));
    return this.database.transaction(async (db) => {
      const { id, rules } = await openCampaign(db, code, true);
      const expiresAt = expiryOf(rules, Date.now());
      const receipt = { added: 0, known: 0, optedOut: 0, links: [] as HandedLink[] };
      for (let from = 0; from < invitees.length; from += rowsAtOnce) {
        const part = await Promise.all(invitees.slice(from, from + rowsAtOnce).map((one) => this.invitationOf(one)));
        const added = await insertInvitations(db, id, expiresAt, part);
        const references = part.map(({ reference }) => reference);
        const stored = await listKnown(db, id, references);
        receipt.added += added;
        receipt.known += stored.length - added;
        receipt.optedOut += part.length - stored.length;
        for (const one of stored.filter(({ isHandedOut }) => isHandedOut)) {
          receipt.links.push({ reference: one.reference, link: await this.addressOf(one.id) });
        }
      }
      await askFor(db, sendTask, id);
      return receipt;
    });
  }

  /** How far the invitations of a campaign are. @throws Problem `campaign.unknown` */
  summary(code: string): Promise<InvitationSummary> {
    return this.database.read(async (db) => summaryOf(db, (await campaignOf(db, code, false)).id));
  }

  private async surroundings(db: EntityManager, code: string): Promise<InvitationSurroundings> {
    const { id, rules, instrumentId } = await openCampaign(db, code, false);
    const instrument = await this.instruments.withId(db, instrumentId);
    return { languages: languagesOf({ campaign: rules, instrument }), places: await placeNumbers(db, id) };
  }

  private async invitationOf({ reference, place, contact, language }: Invitee): Promise<NewInvitation> {
    const id = randomUUID();
    const { hash } = await this.links.linkOf(id);
    const known = contact && contactHash(await this.secret.keyFor(contactPurpose), contact).toString('hex');
    const reached = { kind: contact?.kind ?? null, contact: contact?.address ?? null, contactHash: known };
    return { id, place, token: hash.toString('hex'), ...reached, language, reference };
  }

  private async addressOf(invitation: string): Promise<string> {
    const { token } = await this.links.linkOf(invitation);
    return new URL(`/a/${token}`, this.settings.address).href;
  }
}

/** When links that are made now expire: so many days after the campaign begins, or after now; never after its end. */
export function expiryOf({ opens, closes, invitations }: CampaignRules, now: number): Date {
  const from = Math.max(now, Date.parse(opens));
  return new Date(Math.min(from + invitations.validDays * 86_400_000, Date.parse(closes)));
}

async function campaignOf(db: EntityManager, code: string, locked: boolean): Promise<InvitingCampaign> {
  const found = await findInvitingCampaign(db, code, locked);
  if (!found) throw new Problem('campaign.unknown', { params: { code } });
  return found;
}

/** The campaign, when people can be invited to it: opened, whether or not its time has begun, and not over. */
async function openCampaign(
  db: EntityManager,
  code: string,
  locked: boolean,
): Promise<InvitingCampaign & { readonly rules: CampaignRules }> {
  const found = await campaignOf(db, code, locked);
  const rules = CampaignRules.parse(found.document);
  if (found.state === 'draft') throw new Problem('campaign.notOpen');
  if (found.state === 'closed' || Date.now() >= Date.parse(rules.closes)) throw new Problem('campaign.over');
  return { ...found, rules };
}

function inviteesOf(rows: readonly InvitationRow[], surroundings: InvitationSurroundings): readonly Invitee[] {
  const faults: Fault[] = [];
  const seen = new Map<string, string>();
  const invitees = rows.flatMap((row, at) => {
    const fault: RowFault = (column, reason, params) => {
      const value = row[column]?.slice(0, 200).toWellFormed();
      const where = `invitations[${at}].${column}`;
      faults.push({ where, reason, ...(value ? { value } : {}), ...(params ? { params } : {}) });
    };
    const invitee = readInvitee((column) => row[column]?.trim() || null, surroundings, fault);
    const first = seen.get(row.reference.trim());
    if (first !== undefined) fault('reference', 'repeated', { first });
    seen.set(row.reference.trim(), first ?? `invitations[${at}]`);
    return invitee ?? [];
  });
  if (faults.length > 0) throw new Problem('request.invalid', { faults: firstFaults(faults) });
  return invitees;
}
