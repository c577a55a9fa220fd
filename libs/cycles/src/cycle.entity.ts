import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CycleKind } from './period.js';

/** An evaluation cycle: the period over which agencies are measured and compared with their own previous one. */
@Entity('cycles')
export class Cycle {
  @PrimaryColumn('uuid') readonly id: string;
  /** What people call it: 2024, 2024-25, 2024-Q1, 2024-03. */
  @Column('text') readonly key: string;
  @Column('text') readonly kind: CycleKind;
  @Column('date', { name: 'starts_on' }) readonly startsOn: string;
  @Column('date', { name: 'ends_on' }) readonly endsOn: string;
  /** Since when everybody may see its figures; null: the office only. */
  @Column('timestamptz', { name: 'published_at', nullable: true }) readonly publishedAt: Date | null;
}
