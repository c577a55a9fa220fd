import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, IsISO8601 } from 'class-validator';
import { visitStates, type VisitState } from '#fieldwork';
import { agencyCodePattern } from '#network';

const lowered = ({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value);

/** A visit in an address. */
export class VisitAddress {
  @ApiProperty({ format: 'uuid' }) @Transform(lowered) @IsUUID() readonly id: string;
}

/** A shopper in an address. */
export class ShopperName {
  @ApiProperty({ description: 'The name of the account.', maxLength: 100 })
  @IsString()
  @MaxLength(100)
  readonly shopper: string;
}

/** A visit and a shopper in an address. */
export class VisitAndShopper extends VisitAddress {
  @ApiProperty({ description: 'The name of the account.', maxLength: 100 })
  @IsString()
  @MaxLength(100)
  readonly shopper: string;
}

/** A shopper and an agency in an address. */
export class ShopperAndAgency extends ShopperName {
  @ApiProperty({ example: 'MHCLG' }) @Matches(agencyCodePattern) readonly agency: string;
}

/** An agency in an address. */
export class AgencyCode {
  @ApiProperty({ example: 'MHCLG' }) @Matches(agencyCodePattern) readonly agency: string;
}

/** Which of the visits to list; a hundred at once. */
export class VisitChoice {
  @ApiProperty({ required: false, enum: visitStates }) @IsOptional() @IsIn(visitStates) readonly state?: VisitState;

  @ApiProperty({ required: false, description: 'Only those of this centre.' })
  @IsOptional()
  @Matches(agencyCodePattern)
  readonly centre?: string;

  @ApiProperty({ required: false, format: 'uuid', description: 'List from after this visit.' })
  @IsOptional()
  @Transform(lowered)
  @IsUUID()
  readonly after?: string;
}

/** Why something is done. */
export class Reason {
  @ApiProperty({ minLength: 1, maxLength: 4_000 }) @IsString() @Matches(/\S/) @MaxLength(4_000) readonly reason: string;
}

/** Until when a visit may be made now, and why. */
export class Extension extends Reason {
  @ApiProperty({ format: 'date' }) @IsISO8601({ strict: true }) @Matches(/^\d{4}-\d\d-\d\d$/) readonly until: string;
}

/** Who is to make a visit. */
export class ShopperChoice extends ShopperName {
  @ApiProperty({ required: false, maxLength: 4_000, description: 'Why rules of the plan may be broken this time.' })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(4_000)
  readonly exception?: string;
}

/** When a tablet did something. */
export class Told {
  @ApiProperty({ format: 'date-time', description: 'By the clock of the device, with its offset.' })
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/)
  readonly at: string;
}

/** When and why a tablet gave a visit back. */
export class ToldRefusal extends Told {
  @ApiProperty({ minLength: 1, maxLength: 4_000 }) @IsString() @Matches(/\S/) @MaxLength(4_000) readonly reason: string;
}
