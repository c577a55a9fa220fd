import { ApiProperty } from '@nestjs/swagger';

/** What the platform says of a report that it keeps. */
export class VisitReceiptAnswer {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'uuid', description: 'The planned visit.' }) readonly assignment: string;
  @ApiProperty({ example: 1, description: '0 or less: it is kept beside the visit and does not count.' })
  readonly revision: number;
  @ApiProperty({ description: 'SHA-256 over the canonical JSON (RFC 8785) of what was sent.' }) readonly hash: string;
  @ApiProperty({ format: 'date-time' }) readonly receivedAt: string;
  @ApiProperty({ description: 'After the due window, within the grace period.' }) readonly late: boolean;
  @ApiProperty({ type: [String], description: 'The SHA-256 of every photo it names, all of them stored.' })
  readonly media: readonly string[];
}
