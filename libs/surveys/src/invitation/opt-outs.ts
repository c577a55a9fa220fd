import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PlatformSecret } from '#access';
import { Problem } from '#contract';
import { Database } from '#database';
import { findLanguage, keepOptOut } from './opt-out.queries.js';

/** 32 hexadecimal digits of an invitation's id and 22 letters of an HMAC over it. */
const form = /^([0-9a-f]{32})([\w-]{22})$/;

/** People who do not want to be invited any more. */
@Injectable()
export class OptOuts {
  constructor(
    private readonly database: Database,
    private readonly secret: PlatformSecret,
  ) {}

  /** What stands in the address `/o/<token>` of an invitation. It opens no survey: whoever sees it can only opt out with it. */
  async tokenOf(invitation: string): Promise<string> {
    return invitation.replaceAll('-', '') + (await this.tagOf(invitation)).toString('base64url');
  }

  /**
   * The language of the invitation that a token came with. It changes nothing: scanners of mail open every link.
   * @throws Problem `invitation.unknown`
   */
  async languageOf(token: string): Promise<string> {
    const id = await this.invitationOf(token);
    const language = await this.database.read((db) => findLanguage(db, id));
    if (language === null) throw new Problem('invitation.unknown');
    return language;
  }

  /**
   * Never again invites whoever a token came to: what is not sent yet is not sent, the address is deleted from all invitations, and
   * a keyed hash of it is kept. As often as one likes.
   * @throws Problem `invitation.unknown`
   */
  async optOut(token: string): Promise<void> {
    const id = await this.invitationOf(token);
    const isThere = await this.database.transaction((db) => keepOptOut(db, id));
    if (!isThere) throw new Problem('invitation.unknown');
  }

  private async invitationOf(token: string): Promise<string> {
    const [, digits, tag] = form.exec(token) ?? [];
    const id = digits?.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    if (id === undefined || tag === undefined) throw new Problem('invitation.unknown');
    if (!timingSafeEqual(Buffer.from(tag, 'base64url'), await this.tagOf(id))) throw new Problem('invitation.unknown');
    return id;
  }

  private async tagOf(invitation: string): Promise<Buffer> {
    const key = await this.secret.keyFor('invitation opt-outs');
    return createHmac('sha256', key).update(invitation).digest().subarray(0, 16);
  }
}
