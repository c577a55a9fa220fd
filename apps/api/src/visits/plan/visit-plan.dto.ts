import { ApiProperty } from '@nestjs/swagger';
import type { StoredPlan } from '#visits';

export class PlanAnswer {
  @ApiProperty({ description: 'SHA-256 of the document as canonical JSON (RFC 8785).' }) readonly hash: string;
  @ApiProperty({ format: 'date-time' }) readonly savedAt: string;
  @ApiProperty({ type: Object, description: 'nujoom.visit-plan/1, with all its defaults.' }) readonly document: unknown;

  static of({ plan, hash, savedAt }: StoredPlan): PlanAnswer {
    return { hash, savedAt: savedAt.toISOString(), document: plan };
  }
}

export class PlanReceiptAnswer {
  @ApiProperty() readonly hash: string;
  @ApiProperty({ description: 'False: exactly this plan was there already.' }) readonly changed: boolean;
}

export class MadeAnswer {
  @ApiProperty({ description: 'Visits that were added; the two of a double visit are two.' }) readonly made: number;
  @ApiProperty({ description: 'Centres that got some.' }) readonly centres: number;
}

/** Each count holds the next: planned, assigned, done, approved. */
export class CoverageCounts {
  @ApiProperty({ description: 'All but those that were replaced.' }) readonly planned: number;
  @ApiProperty() readonly assigned: number;
  @ApiProperty({ description: 'Sent.' }) readonly done: number;
  @ApiProperty({ description: 'Counted in the figures.' }) readonly approved: number;
  @ApiProperty({ description: 'Not sent, and too late now.' }) readonly missing: number;
  @ApiProperty({ description: 'Sent after the due days.' }) readonly late: number;
  @ApiProperty({ description: 'Given up for another visit.' }) readonly replaced: number;
}

export class PlaceCoverageAnswer extends CoverageCounts {
  @ApiProperty() readonly centre: string;
  @ApiProperty() readonly wave: string;
}

export class CoverageAnswer {
  @ApiProperty({ type: CoverageCounts }) readonly total: CoverageCounts;
  @ApiProperty({ type: [PlaceCoverageAnswer] }) readonly places: readonly PlaceCoverageAnswer[];
}

export class PowerAnswer {
  @ApiProperty() readonly centre: string;
  @ApiProperty() readonly channelType: string;
  @ApiProperty({ description: 'Visits of the plan in all waves.' }) readonly planned: number;
  @ApiProperty({ description: 'Counted visits of the previous cycle.' }) readonly before: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Standard deviation of visits to one centre, in points.' })
  readonly spread: number | null;
  @ApiProperty({ enum: ['centre', 'channelType'], nullable: true, description: 'Whose spread it is.' })
  readonly from: 'centre' | 'channelType' | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Visits needed in each of two cycles.' })
  readonly needed: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The change the planned number finds, in points.' })
  readonly detectable: number | null;
}
