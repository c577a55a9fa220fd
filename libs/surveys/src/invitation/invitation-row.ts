import type { FaultReason } from '#contract';
import { emailContact, smsContact, type Contact } from './contact.js';

/** The columns of a file of invitations; those after `reference` may be left out. */
export const invitationColumns = [
  'agency',
  'reference',
  'centre',
  'service',
  'channel',
  'email',
  'phone',
  'language',
] as const;
export type InvitationColumn = (typeof invitationColumns)[number];

/** Somebody to invite, as an agency names him: by the codes of the network. */
export type InvitationRow = { readonly agency: string; readonly reference: string } & {
  readonly [column in Exclude<InvitationColumn, 'agency' | 'reference'>]?: string;
};

/** Somebody to invite, after all of it was found to be right. */
export interface Invitee {
  /** Of the transaction, or of whatever it is about: unique in a campaign, so that a file taken twice invites once. */
  readonly reference: string;
  /** The number of the place. */
  readonly place: number;
  /** Null: the link is handed back, to be printed or sent by the agency. The e-mail address goes before the telephone. */
  readonly contact: Contact | null;
  readonly language: string;
}

/** What rows are held against. */
export interface InvitationSurroundings {
  /** The languages the survey can be answered in; the first is that of who names none. */
  readonly languages: readonly string[];
  /** The number of a place by `placeKey`. */
  readonly places: ReadonlyMap<string, number>;
}

/** The longest reference, in characters. */
export const longestReference = 100;

/** What a place is found by: its codes, null for what is left open. */
export function placeKey(codes: readonly (string | null)[]): string {
  return JSON.stringify(codes);
}

/** Tells that something is wrong with a cell. */
export type RowFault = (
  column: InvitationColumn,
  reason: FaultReason,
  params?: Readonly<Record<string, string | number>>,
) => void;

/** Reads one row; each thing wrong with it is told. @returns null when something is */
export function readInvitee(
  row: (column: InvitationColumn) => string | null,
  { languages, places }: InvitationSurroundings,
  fault: RowFault,
): Invitee | null {
  let faults = 0;
  const wrong: RowFault = (...given) => {
    faults += 1;
    fault(...given);
  };
  const reference = referenceIn(row('reference'), wrong);
  const codes = (['agency', 'centre', 'service', 'channel'] as const).map(row);
  const place = places.get(placeKey(codes));
  if (codes[0] === null) wrong('agency', 'missing');
  else if (place === undefined) wrong(narrowest(codes), 'unknown');
  const contact = contactIn(row, wrong);
  const language = row('language') ?? languages[0] ?? 'ar';
  if (!languages.includes(language)) wrong('language', 'notOneOf', { options: languages.join(', ') });
  return faults === 0 && place !== undefined ? { reference, place, contact, language } : null;
}

function referenceIn(reference: string | null, wrong: RowFault): string {
  if (reference === null) wrong('reference', 'missing');
  else if (reference.length > longestReference) wrong('reference', 'tooLong', { max: longestReference });
  return reference ?? '';
}

function contactIn(row: (column: InvitationColumn) => string | null, wrong: RowFault): Contact | null {
  const [email, phone] = [row('email'), row('phone')];
  const byMail = email === null ? null : emailContact(email);
  const bySms = phone === null ? null : smsContact(phone);
  if (email !== null && !byMail) wrong('email', 'invalid', { expected: 'amna@works.example' });
  if (phone !== null && !bySms) wrong('phone', 'invalid', { expected: '+971501234567' });
  return byMail ?? bySms;
}

/** The column that names a place most closely: what is unknown there. */
function narrowest([, centre, service, channel]: readonly (string | null)[]): InvitationColumn {
  if (channel !== null && channel !== undefined) return 'channel';
  if (service !== null && service !== undefined) return 'service';
  return centre === null || centre === undefined ? 'agency' : 'centre';
}
