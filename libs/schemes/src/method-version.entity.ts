import { Column, Entity, PrimaryColumn } from 'typeorm';

export const methodKinds = ['instrument', 'scheme'] as const;
export type MethodKind = (typeof methodKinds)[number];

/** One version of an instrument or of a rating scheme. The database lets nobody change a published one. */
@Entity('method_versions')
export class MethodVersion {
  @PrimaryColumn('uuid') readonly id: string;
  @Column('text') readonly kind: MethodKind;
  @Column('text') readonly code: string;
  @Column('integer') readonly version: number;
  /** SHA-256 of the document as canonical JSON (RFC 8785): the same document, the same hash, everywhere. */
  @Column('text') readonly hash: string;
  @Column('jsonb') readonly document: unknown;
  @Column('timestamptz', { name: 'saved_at' }) readonly savedAt: Date;
  /** Null: a draft. */
  @Column('timestamptz', { name: 'published_at', nullable: true }) readonly publishedAt: Date | null;
}
