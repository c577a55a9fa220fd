import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '#contract';

export type ScorecardState = 'queued' | 'printed' | 'failed';

/** What is known of one printed report: an agency's scorecard, or the programme report when there is no agency. */
@Entity('scorecards')
export class ScorecardRow {
  @PrimaryColumn('uuid') readonly id: string;
  @Column('uuid', { name: 'cycle_id' }) readonly cycleId: string;
  @Column('uuid', { name: 'agency_id', nullable: true }) readonly agencyId: string | null;
  @Column('text') readonly language: Language;
  @Column('text') readonly state: ScorecardState;
  /** Tries that failed since it was last asked for. */
  @Column('integer') readonly attempts: number;
  /** Why the last try failed. */
  @Column('text', { nullable: true }) readonly reason: string | null;
  /** SHA-256 of the figures it was asked for with, and once printed shows. */
  @Column('text', { name: 'figures_hash' }) readonly figuresHash: string;
  /** Of its job: lower is sooner. */
  @Column('integer') readonly priority: number;
  /** SHA-256 of the file. */
  @Column('text', { name: 'file_hash', nullable: true }) readonly fileHash: string | null;
  @Column('integer', { nullable: true }) readonly bytes: number | null;
}
