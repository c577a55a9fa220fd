import { In, type EntityManager } from 'typeorm';
import { kinOfAgency } from '#network';
import { Visit } from '../visit.entity.js';

/** The visits of a shopper at an agency and its kin that are not done with, locked in the order of their ids. */
export async function heldAtAgency(db: EntityManager, accountId: string, agencyId: string): Promise<Visit[]> {
  const rows = await db.query<{ id: string }[]>(
    `with ${kinOfAgency}
     select id from visits where shopper_id = $2 and agency_id in (select id from kin)
       and state in ('assigned', 'accepted', 'inProgress', 'submitted', 'checked', 'inReview', 'returned')
     order by id for update`,
    [agencyId, accountId],
  );
  return db.find(Visit, { where: { id: In(rows.map(({ id }) => id)) }, order: { id: 'ASC' } });
}
