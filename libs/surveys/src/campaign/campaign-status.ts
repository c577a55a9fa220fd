import { Injectable } from '@nestjs/common';
import { ways, type Standing, type Way } from '#campaigns';
import type { Wording } from '#contract';
import { Database } from '#database';
import { responseRates, type ResponseRate } from '#statistics';
import { listArrivals, type ArrivedCount } from './arrivals.queries.js';
import { listImports, type ResponseImport } from '../import/response-imports.queries.js';
import { forgetAfterDays } from '../retention/due.js';
import { retentionOf, type RetentionStatus } from '../retention/retention-status.queries.js';
import { campaignOf, type StoredCampaign } from './campaign.queries.js';
import type { CampaignState } from './place.queries.js';
import {
  countInvitations,
  countStandings,
  listQuotas,
  type InvitationCounts,
  type QuotaLine,
} from './status.queries.js';

/** What came in by one way, and how many of those invited answered. */
export interface WayStatus extends Omit<ResponseRate, 'way'> {
  readonly way: Way;
  /** Responses that came in, whatever became of them. */
  readonly received: number;
}

/** How a campaign goes. */
export interface CampaignStatus {
  readonly code: string;
  readonly cycle: string;
  readonly study: 'customer-happiness' | 'employee-happiness';
  readonly title: Wording;
  readonly state: CampaignState;
  readonly opens: string;
  readonly closes: string;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  /** How many places it asks about. */
  readonly places: number;
  /** Responses by how they stand: results come from those that are counted. */
  readonly responses: Readonly<Record<Standing, number>>;
  /** Counted responses hoped for; 0: nothing was said. */
  readonly target: number;
  /** Null: no target was set. */
  readonly isTargetReached: boolean | null;
  readonly minimum: number;
  readonly isMinimumReached: boolean;
  /** In the order of the document. */
  readonly quotas: readonly QuotaLine[];
  /** Those by which something came in or somebody was invited. */
  readonly ways: readonly WayStatus[];
  /** In their order; a day is that of the place whose offset the opening is written with. Of employees: none. */
  readonly days: readonly { readonly day: string; readonly received: number }[];
  /** Files of responses that were imported, the latest first, a hundred at most. */
  readonly imports: readonly ResponseImport[];
  /** What is erased when. */
  readonly retention: RetentionStatus;
}

const mostImports = 100;

/** How campaigns go, as of now: what was stored a moment ago is counted too. */
@Injectable()
export class CampaignStatuses {
  constructor(private readonly database: Database) {}

  /** How a campaign goes. Refuses with `campaign.unknown`. */
  status(code: string): Promise<CampaignStatus> {
    return this.database.read(async (db) => {
      const campaign = await campaignOf(db, code);
      const responses = await countStandings(db, campaign.id);
      const invitations = await countInvitations(db, campaign.id);
      const arrivals = await listArrivals(db, campaign.id);
      return {
        ...aboutOf(campaign),
        responses,
        ...reached(campaign, responses.counted),
        quotas: await listQuotas(db, campaign.id),
        ways: waysOf(campaign, arrivals, invitations, responses),
        days: daysOf(arrivals),
        imports: await listImports(db, campaign.id, mostImports),
        retention: await retentionOf(db, campaign.id, forgetAfterDays),
      };
    });
  }
}

function aboutOf({ code, state, document, openedAt, closedAt }: StoredCampaign) {
  const { cycle, study, title, opens, closes, places } = document;
  return { code, cycle, study, title, state, opens, closes, openedAt, closedAt, places: places.length };
}

function reached({ document: { target, minimum } }: StoredCampaign, counted: number) {
  const isTargetReached = target === 0 ? null : counted >= target;
  return { target, isTargetReached, minimum, isMinimumReached: counted >= minimum };
}

function waysOf(
  { document: { study } }: StoredCampaign,
  arrivals: readonly ArrivedCount[],
  { invited, failed, completed }: InvitationCounts,
  responses: Readonly<Record<Standing, number>>,
): WayStatus[] {
  const received = new Map<string, number>();
  for (const { way, responses } of arrivals) received.set(way, (received.get(way) ?? 0) + responses);
  // Employees answer by personal links alone, and their days are not kept.
  if (study === 'employee-happiness') received.set('personal', responses.counted + responses.held + responses.excluded);
  const asked = ways.map((way) => {
    const isPersonal = way === 'personal';
    return isPersonal
      ? { way, invited, ineligible: failed, completed }
      : { way, invited: 0, completed: received.get(way) ?? 0 };
  });
  return responseRates(asked)
    .map((rate) => ({ ...rate, way: rate.way as Way, received: received.get(rate.way) ?? 0 }))
    .filter((one) => one.received > 0 || one.eligible > 0);
}

function daysOf(arrivals: readonly ArrivedCount[]): { readonly day: string; readonly received: number }[] {
  const days = new Map<string, number>();
  for (const { day, responses } of arrivals) days.set(day, (days.get(day) ?? 0) + responses);
  return [...days].map(([day, received]) => ({ day, received }));
}
