import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { visitor } from '#access';
import type { SentResponse } from '#campaigns';
import type { AnswerSheet } from '#instruments';
import { AnonymousAnswers, Responses } from '#surveys';
import type { Entrance } from './entrance.js';
import type { InvitedEntrance } from './entrances.js';
import type { PostedForm } from './posted-form.js';

/** Hands a finished form to the room that stores it. */
@Injectable()
export class FormSending {
  constructor(
    private readonly responses: Responses,
    private readonly anonymous: AnonymousAnswers,
  ) {}

  /**
   * Stored, once, when it comes back.
   * @throws Problem as `Responses.submit`, `Responses.submitInvited` and `AnonymousAnswers.submit` do
   */
  async send(
    entrance: Entrance | InvitedEntrance,
    form: PostedForm,
    sheet: AnswerSheet,
    address: string,
  ): Promise<void> {
    const { place, code, token } = entrance;
    const { language, stamp, website, work, consent } = form;
    if (token !== null && place.campaign.study === 'employee-happiness') {
      return this.anonymous.submit({ token, sheet, consent });
    }
    const sent: SentResponse = {
      schema: 'nujoom.response/1',
      code,
      language,
      consent,
      sheet,
      ...(stamp !== '' && { stamp }),
      ...(website !== '' && { website }),
      ...(work !== '' && { work }),
    };
    const submission = { id: responseId(code, stamp, sheet), sent, address };
    if ('invitation' in entrance) await this.responses.submitInvited({ id: entrance.invitation.id, place }, submission);
    else await this.responses.submit(visitor, submission);
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?=\.)/;

/**
 * The id of an answer: the one its stamp carries in the open; whether the stamp holds is looked at where it is stored. A form
 * that lost its stamp has an id of its content, so that it too is stored once.
 */
export function responseId(code: string, stamp: string, sheet: AnswerSheet): string {
  const [stamped] = uuid.exec(stamp) ?? [];
  if (stamped) return stamped;
  const hash = createHash('sha256')
    .update(JSON.stringify([code, stamp, sheet]))
    .digest('hex');
  // Version 8 of RFC 9562: made in a way of one's own.
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
