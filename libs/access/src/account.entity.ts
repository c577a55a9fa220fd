import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who may sign in. */
@Entity('accounts')
export class Account {
  @PrimaryColumn('uuid') readonly id: string;
  /** As `foldedName` gives it, so that one person is one account however the name is typed. */
  @Column('text') readonly name: string;
  /** argon2id in the PHC form, with its parameters and salt. */
  @Column('text', { name: 'password_hash' }) readonly passwordHash: string;
  /** A role of the contract; one that is no longer known there has no verbs. */
  @Column('text') readonly role: string;
  /** The agency it belongs to; null: to none, as accounts of the office. */
  @Column('uuid', { name: 'agency_id', nullable: true }) readonly agencyId: string | null;
}
