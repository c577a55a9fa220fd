import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import type { UploadState } from '#media';

export class MediaAddress {
  @ApiProperty({ description: 'The SHA-256 of the content, hexadecimal.' })
  @Matches(/^[0-9a-f]{64}$/)
  readonly hash: string;
}

export class UploadAnswer {
  @ApiProperty() readonly hash: string;
  @ApiProperty({ description: 'How many bytes have arrived: where to go on from.' }) readonly offset: number;
  @ApiProperty({ description: 'It is stored durably, and who sent it is noted.' }) readonly complete: boolean;

  static of({ hash, offset, complete }: UploadState): UploadAnswer {
    return { hash, offset, complete };
  }
}
