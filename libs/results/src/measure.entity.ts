import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DefinitionCode, MeasureKind, Polarity, StudyCode } from '#figures';

/** What is measured in a study: its meaning is fixed at the first import, so that cycles stay comparable. */
@Entity('measures')
export class MeasureRow {
  @PrimaryColumn('text') readonly study: StudyCode;
  @PrimaryColumn('text') readonly code: string;
  @Column('text', { name: 'name_en' }) readonly nameEn: string;
  @Column('text', { name: 'name_ar' }) readonly nameAr: string;
  @Column('text') readonly polarity: Polarity;
  @Column('text') readonly definition: DefinitionCode;
  @Column('text') readonly kind: MeasureKind;
  /** How many answers there were to choose from; null for results published without counts. */
  @Column('integer', { nullable: true }) readonly options: number | null;
  @Column('integer') readonly position: number;
}
