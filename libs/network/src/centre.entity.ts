import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A service centre: an outlet of an agency, of one channel type. Its code never changes. */
@Entity('centres')
export class Centre {
  @PrimaryColumn('uuid') readonly id: string;
  /** Whose it was when it was registered; whose it is in a cycle follows from the successions (`ownersIn`). */
  @Column('uuid', { name: 'agency_id' }) readonly agencyId: string;
  @Column('text') readonly code: string;
  /** A channel type of the rating schemes, such as `contact_centre`. */
  @Column('text', { name: 'channel_type' }) readonly channelType: string;
  @Column('text', { name: 'name_en', nullable: true }) readonly nameEn: string | null;
  @Column('text', { name: 'name_ar', nullable: true }) readonly nameAr: string | null;
  /** The first and last day it serves; null: not limited. */
  @Column('date', { name: 'opens_on', nullable: true }) readonly opensOn: string | null;
  @Column('date', { name: 'closes_on', nullable: true }) readonly closesOn: string | null;
}
