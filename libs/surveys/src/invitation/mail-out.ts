import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { SETTINGS, type MailServer, type Settings } from '#settings';
import type { Letter } from './letter.js';
import type { Delivery, Outgoing } from './outgoing.js';

/** A letter with where it goes. */
export interface OutgoingLetter extends Letter {
  readonly to: string;
  /** The same for the same letter sent again, so that mail servers and programs can see that it is one. */
  readonly messageId: string;
  readonly optOut: string;
}

/** How long a mail server may take for each step, in ms. */
const patience = 15_000;
/** Connections at once. */
export const mailConnections = 5;

/** Letters through the SMTP server of the settings. */
@Injectable()
export class MailOut implements Outgoing<OutgoingLetter>, OnModuleDestroy {
  private transport: Promise<Transporter> | null = null;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** Whether there is a mail server at all. */
  get isSet(): boolean {
    return this.settings.mail !== null;
  }

  async deliver({ to, messageId, optOut, subject, text, html }: OutgoingLetter): Promise<Delivery> {
    const { mail } = this.settings;
    if (!mail) throw new Error('There is no mail server in the settings');
    this.transport ??= transportTo(mail);
    const headers = { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', 'Auto-Submitted': 'auto-generated' };
    const transport = await this.transport;
    const parts = {
      subject,
      text,
      html,
      messageId,
      headers,
      list: { unsubscribe: optOut },
      textEncoding: 'base64',
    } as const;
    const sending = transport.sendMail({
      from: { name: '', address: mail.from },
      to: { name: '', address: to },
      ...parts,
    });
    const failure = await sending.then(() => null, failureIn);
    if (!failure) return 'taken';
    // What the server said may name the receiver, and what is thrown here stands in the queue of jobs and in logs.
    if (failure.refused === null) throw new Error(failure.said);
    return { refused: failure.refused };
  }

  async onModuleDestroy(): Promise<void> {
    (await this.transport)?.close();
  }
}

/** Loaded when the first letter goes out: most processes never send one. */
async function transportTo({ address }: MailServer): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  const secure = address.protocol === 'smtps:';
  const user = decodeURIComponent(address.username);
  return createTransport({
    host: address.hostname.replace(/^\[|\]$/g, ''),
    port: Number(address.port) || (secure ? 465 : 587),
    secure,
    // A password goes over the network only when nobody else can read it.
    ...(user ? { auth: { user, pass: decodeURIComponent(address.password) }, requireTLS: true } : {}),
    pool: true,
    maxConnections: mailConnections,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

interface Failure {
  /** In words of ours. */
  readonly said: string;
  /** That this one letter was refused for good: a 5xx answer to its receiver or its content (RFC 5321, 4.2.1). Null: something else. */
  readonly refused: string | null;
}

function failureIn(error: unknown): Failure {
  const {
    code = 'unknown',
    command,
    responseCode,
  } = error as { code?: string; command?: string; responseCode?: number };
  if (responseCode === undefined) return { said: `The mail server failed: ${code}`, refused: null };
  const isOfLetter = code === 'EMESSAGE' || (code === 'EENVELOPE' && command === 'RCPT TO');
  return {
    said: `The mail server answered ${responseCode}`,
    refused: isOfLetter && responseCode >= 500 ? `smtp ${responseCode}` : null,
  };
}
