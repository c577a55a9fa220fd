import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import type { CampaignLine, CampaignReceipt, CampaignState, MovedCampaign, StoredCampaign } from '#surveys';

const codePattern = /^[a-z][a-z0-9_]{0,63}$/;
export const states = ['draft', 'open', 'closed'] as const satisfies readonly CampaignState[];

/** A campaign in an address. */
export class CampaignAddress {
  @ApiProperty({ example: 'happiness_2026' }) @Matches(codePattern) readonly code: string;
}

/** A place of a campaign in an address. */
export class CampaignPlaceAddress extends CampaignAddress {
  @ApiProperty({ example: 1, description: 'Its number; see the ways in.' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  readonly place: number;
}

/** Which campaigns to list; a hundred at once. */
export class CampaignListChoice {
  @ApiProperty({ required: false, example: '2026', description: 'Only those of this cycle.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  @Matches(/^[\w-]+$/)
  readonly cycle?: string;

  @ApiProperty({ required: false, description: 'List from after this campaign.' })
  @IsOptional()
  @Matches(codePattern)
  readonly after?: string;
}

/** From where on places are listed, a thousand at once. */
export class PlacesChoice {
  @ApiProperty({ required: false, default: 0, description: 'List from after the place with this number.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  readonly after?: number;
}

export class InstrumentName {
  @ApiProperty({ example: 'customer_happiness' }) readonly code: string;
  @ApiProperty({ example: 1 }) readonly version: number;
}

export class CampaignLineAnswer {
  @ApiProperty() readonly code: string;
  @ApiProperty({ example: '2026' }) readonly cycle: string;
  @ApiProperty({ enum: ['customer-happiness', 'employee-happiness'] }) readonly study: string;
  @ApiProperty({ type: InstrumentName }) readonly instrument: InstrumentName;
  @ApiProperty({ type: Object, description: 'The title by language tag.' })
  readonly title: Readonly<Record<string, string>>;
  @ApiProperty({ enum: states }) readonly state: CampaignState;
  @ApiProperty({ format: 'date-time' }) readonly opens: string;
  @ApiProperty({ format: 'date-time' }) readonly closes: string;
  @ApiProperty({ description: 'How many it asks about.' }) readonly places: number;
  @ApiProperty({ format: 'date-time' }) readonly savedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly openedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly closedAt: string | null;

  static of({ savedAt, openedAt, closedAt, ...line }: CampaignLine): CampaignLineAnswer {
    return { ...line, savedAt: savedAt.toISOString(), ...movesOf({ openedAt, closedAt }) };
  }
}

export class CampaignAnswer {
  @ApiProperty() readonly code: string;
  @ApiProperty({ enum: states }) readonly state: CampaignState;
  @ApiProperty({ description: 'SHA-256 of the document as canonical JSON (RFC 8785).' }) readonly hash: string;
  @ApiProperty({ format: 'date-time' }) readonly savedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly openedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly closedAt: string | null;
  @ApiProperty({ type: Object, description: 'nujoom.campaign/1, with all its defaults.' }) readonly document: unknown;

  static of({ code, state, hash, savedAt, document, ...moves }: StoredCampaign): CampaignAnswer {
    return { code, state, hash, savedAt: savedAt.toISOString(), ...movesOf(moves), document };
  }
}

export class CampaignReceiptAnswer {
  @ApiProperty() readonly code: string;
  @ApiProperty() readonly hash: string;
  @ApiProperty({ description: 'False: exactly this document was there already.' }) readonly changed: boolean;
  @ApiProperty({ enum: states }) readonly state: CampaignState;

  static of({ code, hash, changed, state }: CampaignReceipt): CampaignReceiptAnswer {
    return { code, hash, changed, state };
  }
}

/** How a campaign stands after it was opened or closed. */
export class CampaignMovedAnswer {
  @ApiProperty() readonly code: string;
  @ApiProperty({ enum: states }) readonly state: CampaignState;
  @ApiProperty({ description: 'False: it stood so before.' }) readonly changed: boolean;

  static of({ code, state, changed }: MovedCampaign): CampaignMovedAnswer {
    return { code, state, changed };
  }
}

/** When a campaign was opened and closed, as JSON has it. */
export function movesOf({ openedAt, closedAt }: { readonly openedAt: Date | null; readonly closedAt: Date | null }) {
  return { openedAt: openedAt?.toISOString() ?? null, closedAt: closedAt?.toISOString() ?? null };
}
