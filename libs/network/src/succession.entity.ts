import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One agency goes on as another: one line for a renaming, one for each part of a merger or a split.
 * Which of the three it is follows from how many lines meet.
 */
@Entity('successions')
export class Succession {
  @PrimaryColumn('uuid', { name: 'predecessor_id' }) readonly predecessorId: string;
  @PrimaryColumn('uuid', { name: 'successor_id' }) readonly successorId: string;
  /** The first day of the first cycle in which the successor stands for it. */
  @Column('date') readonly since: string;
}
