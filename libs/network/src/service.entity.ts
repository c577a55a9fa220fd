import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an agency offers to its customers. Its code is unique within the agency. */
@Entity('services')
export class Service {
  @PrimaryColumn('uuid') readonly id: string;
  @Column('uuid', { name: 'agency_id' }) readonly agencyId: string;
  @Column('text') readonly code: string;
  @Column('text', { name: 'name_en', nullable: true }) readonly nameEn: string | null;
  @Column('text', { name: 'name_ar', nullable: true }) readonly nameAr: string | null;
}
