import { ApiProperty } from '@nestjs/swagger';
import type { ResponseReceipt } from '#surveys';

/** That a response is stored. */
export class ResponseReceiptAnswer implements ResponseReceipt {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'date-time', description: 'The time of the commit.' }) readonly receivedAt: string;
}
