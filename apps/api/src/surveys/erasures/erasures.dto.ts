import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import type { ErasureReceipt } from '#surveys';
import { CampaignAddress } from '../campaigns/campaigns.dto.js';

/** A response of a campaign in an address. */
export class CampaignResponseAddress extends CampaignAddress {
  @ApiProperty({ format: 'uuid', description: 'The id of the response.' }) @IsUUID() readonly id: string;
}

export class ErasureBody {
  @ApiProperty({ maxLength: 4000, description: 'Why, without names: it stays on record.' })
  @IsString()
  @MinLength(1)
  @MaxLength(4000)
  readonly reason: string;
}

export class ErasureAnswer implements ErasureReceipt {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ description: 'False: nothing in it tells who somebody is, or it was erased before.' })
  readonly changed: boolean;
}
