import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PlatformSecret, tokenHash } from '#access';
import { Problem } from '#contract';
import { Database } from '#database';
import { findInvitation, type FoundInvitation } from './invitation.queries.js';

/** A link that only its receiver has, and what is stored of it. */
export interface PersonalLink {
  /** 43 letters of base64url, 256 bits; the address is `/a/<token>`. */
  readonly token: string;
  readonly hash: Buffer;
}

/**
 * Personal links. A token is derived from the invitation's random id with a key outside the tables: a reminder, or a letter
 * that had to be sent twice, carries the same link, so that none that reached somebody goes dead; and only its hash is stored.
 */
@Injectable()
export class PersonalLinks {
  constructor(
    private readonly database: Database,
    private readonly secret: PlatformSecret,
  ) {}

  /** The link of an invitation: always the same while the platform's secret is. */
  async linkOf(invitation: string): Promise<PersonalLink> {
    const key = await this.secret.keyFor('invitation links');
    const token = createHmac('sha256', key).update(invitation).digest('base64url');
    return { token, hash: tokenHash(token) as Buffer };
  }

  /**
   * What a link leads to, without spending it.
   * @throws Problem `invitation.unknown`
   */
  async invitationOf(token: string): Promise<FoundInvitation> {
    const hash = tokenHash(token);
    const found = hash && (await this.database.read((db) => findInvitation(db, hash)));
    if (!found) throw new Problem('invitation.unknown');
    return found;
  }
}
