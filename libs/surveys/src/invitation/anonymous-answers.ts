import { Injectable } from '@nestjs/common';
import { PlatformSecret } from '#access';
import { Problem } from '#contract';
import { firstFaults } from '#documents';
import { Database } from '#database';
import { check } from '#instruments';
import { mustBeOpen, OpenCampaigns, type SurveyPlace } from '../campaign/open-campaigns.js';
import type { FoundInvitation } from './invitation.queries.js';
import { PersonalLinks } from './personal-links.js';
import { sealAnswer } from './sealed-answer.js';
import { takeSealed } from './sealed.queries.js';

/** What the page of an employee's link sends. */
export interface EmployeeSubmission {
  readonly token: string;
  /** Checked by the instrument of the campaign. */
  readonly sheet: unknown;
  /** The version of the text that was agreed to. */
  readonly consent: number;
}

/** The purpose of the key that answers are sealed with while they wait. */
export const sealingPurpose = 'sealed answers';

/** Answers of employees. They wait sealed, without any time, until enough are there to be mixed. */
@Injectable()
export class AnonymousAnswers {
  constructor(
    private readonly database: Database,
    private readonly links: PersonalLinks,
    private readonly campaigns: OpenCampaigns,
    private readonly secret: PlatformSecret,
  ) {}

  /**
   * Takes an answer, once for each link. It comes back when the answer is committed; there is no receipt, for it would tie the
   * answer to who holds it.
   * @throws Problem `invitation.unknown` (also for a link to customers' surveys), `invitation.used`, `invitation.expired`,
   *   `campaign.notOpen`, `campaign.notYetOpen`, `campaign.over`, `response.consentDiffers`, `response.answersInvalid` with all faults
   */
  async submit({ token, sheet, consent }: EmployeeSubmission): Promise<void> {
    const invitation = await this.links.invitationOf(token);
    const place = await this.campaigns.place(invitation.place);
    if (place?.campaign.study !== 'employee-happiness') throw new Problem('invitation.unknown');
    mustStillBeGood(invitation);
    mustBeOpen(place, Date.now());
    mustHold(place, sheet, consent);
    const sealed = sealAnswer(await this.secret.keyFor(sealingPurpose), invitation.id, { sheet, consent });
    if (await takeSealed(this.database, invitation.id, sealed)) return;
    mustStillBeGood(await this.links.invitationOf(token));
    throw new Problem('campaign.over');
  }
}

function mustStillBeGood({ state }: FoundInvitation): void {
  if (state !== 'open') throw new Problem(`invitation.${state}`);
}

function mustHold({ campaign, instrument }: SurveyPlace, sheet: unknown, consent: number): void {
  if (consent !== campaign.consent.version) throw new Problem('response.consentDiffers');
  const faults = check(instrument.compiled, sheet, { finished: true });
  if (faults.length > 0) {
    throw new Problem('response.answersInvalid', { params: { count: faults.length }, faults: firstFaults(faults) });
  }
}
