import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { readRegister } from '#network';
import { withSentFile } from '#spreadsheets';
import { readInvitee, type Invitee } from './invitation-row.js';
import { Invitations, type InvitedReceipt } from './invitations.js';

/** People to invite, as files that agencies send. */
@Injectable()
export class InvitationFiles {
  constructor(private readonly invitations: Invitations) {}

  /**
   * Invites whom a CSV or .xlsx file names, in the columns agency and reference, and centre, service, channel, email, phone,
   * language where they are needed; all or none.
   * @throws Problem as `Invitations.add`, as `openTable`, `import.columnsMissing`, `import.empty`, `import.rowsFaulty` with line and column
   */
  read(actor: Actor, campaign: string, file: string): Promise<InvitedReceipt> {
    return this.invitations.invite(actor, campaign, async (surroundings) => {
      const rows = await readRegister(file, ['agency', 'reference'], 'reference', (row): Invitee | null =>
        readInvitee(
          (column) => row.text(column),
          surroundings,
          (column, reason, params) => row.fault(column, reason, params),
        ),
      );
      return rows.filter((row) => row !== null);
    });
  }

  /** As `read`, of a file that is sent: at most 5 MiB. */
  receive(actor: Actor, campaign: string, content: AsyncIterable<Uint8Array>): Promise<InvitedReceipt> {
    return withSentFile({ name: `invitations-${campaign}`, content }, (file) => this.read(actor, campaign, file));
  }
}
