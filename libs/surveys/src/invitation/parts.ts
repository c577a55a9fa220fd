import type { Provider } from '@nestjs/common';
import { AnonymousAnswers } from './anonymous-answers.js';
import { AnswerMix } from './answer-mix.js';
import { Errands } from './errands.js';
import { InvitationFiles } from './invitation-files.js';
import { Invitations } from './invitations.js';
import { MailOut } from './mail-out.js';
import { OptOuts } from './opt-outs.js';
import { PersonalLinks } from './personal-links.js';
import { Sending } from './sending.js';
import { SmsOut } from './sms-out.js';

/** Invitations, personal links, and the answers of employees. */
export const invitationParts: Provider[] = [
  PersonalLinks,
  Invitations,
  InvitationFiles,
  OptOuts,
  MailOut,
  SmsOut,
  Sending,
  AnonymousAnswers,
  AnswerMix,
  Errands,
];
