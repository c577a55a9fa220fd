import { Invitations, type InvitationRow } from '#surveys';
import { office, staffDocument, type SurveyRooms } from './survey-rooms.js';

/** Somebody who works in an agency, with his link. */
export interface Employee {
  readonly reference: string;
  readonly token: string;
}

/** Invites employees of an agency without addresses. @returns them with their links, in the order of their numbers */
export async function inviteStaff(
  rooms: SurveyRooms,
  count: number,
  row: Partial<InvitationRow> = {},
  from = 0,
): Promise<Employee[]> {
  const agency = row.agency ?? 'WORKS';
  const invited = Array.from({ length: count }, (_, n) => ({ agency, ...row, reference: `${agency}-${from + n}` }));
  const { links } = await rooms.get(Invitations).add(office, 'staff', invited);
  return links
    .map(({ reference, link }) => ({ reference, token: new URL(link).pathname.replace('/a/', '') }))
    .sort((one, other) => one.reference.localeCompare(other.reference, 'en', { numeric: true }));
}

/** A sheet of employee_happiness 1 without faults, with a comment that can be known again. */
export function staffSheet(comment: string, answers: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { answers: { pride: { value: 'agree' }, improve_one_thing: { value: comment }, ...answers } };
}

/** Opens the campaign of employees. @returns its id */
export async function openStaff(rooms: SurveyRooms, changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const code = await rooms.campaign(staffDocument(changes));
  const [row] = await rooms.sql<{ id: string }>('select id from campaigns where code = $1', [code]);
  return row?.id ?? '';
}
