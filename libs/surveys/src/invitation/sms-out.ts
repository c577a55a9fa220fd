import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '#settings';
import type { Delivery, Outgoing } from './outgoing.js';

/** A message with where it goes, as it is posted to the gateway. */
export interface OutgoingMessage {
  readonly to: string;
  readonly text: string;
  /** The same for the same message sent again: a gateway that knows it need not send it again. */
  readonly id: string;
}

/** How long a gateway may take, in ms. */
const patience = 15_000;
/** Answers that are about this one message, and stay so. */
const refusals: ReadonlySet<number> = new Set([400, 410, 422]);

/** Messages through the webhook of the settings: a POST of JSON; any 2xx takes the message on. No redirect is followed. */
@Injectable()
export class SmsOut implements Outgoing<OutgoingMessage> {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** Whether there is a gateway at all. */
  get isSet(): boolean {
    return this.settings.smsWebhook !== null;
  }

  async deliver({ to, text, id }: OutgoingMessage): Promise<Delivery> {
    const { smsWebhook } = this.settings;
    if (!smsWebhook) throw new Error('There is no SMS gateway in the settings');
    const { address, authorization } = withoutUser(smsWebhook);
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', ...authorization },
      body: JSON.stringify({ to, text, id }),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    await answer.body?.cancel();
    if (answer.ok) return 'taken';
    if (refusals.has(answer.status)) return { refused: `sms ${answer.status}` };
    throw new Error(`The SMS gateway answered ${answer.status}`);
  }
}

/** A user and a password in an address are sent as a header: no request is made with them in it. */
function withoutUser(given: URL): { readonly address: URL; readonly authorization: Record<string, string> } {
  const address = new URL(given);
  const user = `${decodeURIComponent(address.username)}:${decodeURIComponent(address.password)}`;
  [address.username, address.password] = ['', ''];
  return {
    address,
    authorization: user === ':' ? {} : { authorization: `Basic ${Buffer.from(user).toString('base64')}` },
  };
}
