import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VisitState } from '#fieldwork';

/** A planned visit with where it stands. What was sent about it are its reports. */
@Entity('visits')
export class Visit {
  @PrimaryColumn('uuid', { name: 'cycle_id' }) readonly cycleId: string;
  @PrimaryColumn('uuid', { name: 'agency_id' }) readonly agencyId: string;
  @PrimaryColumn('uuid') readonly id: string;
  @Column('uuid', { name: 'centre_id' }) readonly centreId: string;
  /** The published instrument version it is filled with. */
  @Column('uuid', { name: 'instrument_id' }) readonly instrumentId: string;
  /** Codes of the plan. */
  @Column('text') readonly wave: string;
  @Column('text') readonly scenario: string;
  /** The code of the service to ask for; null: any. */
  @Column('text', { nullable: true }) readonly service: string | null;
  /** Days in the time zone of the plan, both included. */
  @Column('date', { name: 'due_from' }) readonly dueFrom: string;
  @Column('date', { name: 'due_to' }) readonly dueTo: string;
  @Column('text') readonly weekday: string;
  /** HH:MM in the time zone of the plan. */
  @Column('text', { name: 'hour_from' }) readonly hourFrom: string;
  @Column('text', { name: 'hour_to' }) readonly hourTo: string;
  @Column('text') readonly language: 'ar' | 'en';
  @Column('text') readonly gender: 'female' | 'male';
  /** Both visits of a double visit have the same; null: a single one. */
  @Column('uuid', { name: 'pair_id', nullable: true }) readonly pairId: string | null;
  /** The visit it takes the place of; null: none. */
  @Column('uuid', { nullable: true }) readonly replaces: string | null;
  @Column('text') readonly state: VisitState;
  @Column('uuid', { name: 'shopper_id', nullable: true }) readonly shopperId: string | null;
  /** Who reviewed it last; never who decides about its appeals. */
  @Column('uuid', { name: 'reviewer_id', nullable: true }) readonly reviewerId: string | null;
  /** The report that stands; null: none was sent yet. */
  @Column('uuid', { name: 'report_id', nullable: true }) readonly reportId: string | null;
  /** The grade of the report, 0 to 10; null: not graded. */
  @Column('integer', { nullable: true }) readonly grade: number | null;
  /** Whether the standing report is in the tallies. */
  @Column('boolean') readonly counted: boolean;
  @Column('timestamptz', { name: 'released_at', nullable: true }) readonly releasedAt: Date | null;
  /** The last day for appeals; null before the release. */
  @Column('date', { name: 'appeal_until', nullable: true }) readonly appealUntil: string | null;
}
