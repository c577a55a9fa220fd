import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A government body that is evaluated. Its code never changes; a new body is a new code that succeeds it. */
@Entity('agencies')
export class Agency {
  @PrimaryColumn('uuid') readonly id: string;
  @Column('text') readonly code: string;
  @Column('text', { name: 'name_en', nullable: true }) readonly nameEn: string | null;
  @Column('text', { name: 'name_ar', nullable: true }) readonly nameAr: string | null;
  /** The ministry or sector it belongs to, in words. */
  @Column('text', { name: 'group_en', nullable: true }) readonly groupEn: string | null;
  @Column('text', { name: 'group_ar', nullable: true }) readonly groupAr: string | null;
}
