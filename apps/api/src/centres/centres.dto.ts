import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsISO8601, IsString, IsUUID, Length, Matches } from 'class-validator';
import type { Violation } from '#assessments';
import { agencyCodePattern, type Centre } from '#network';

const day = /^[12]\d{3}-\d{2}-\d{2}$/;

/** A centre in an address. */
export class CentreCode {
  @ApiProperty({ example: 'ID-1' }) @Matches(agencyCodePattern) readonly centre: string;
}

/** A violation in an address; its id is minted by who notes it. */
export class ViolationAddress extends CentreCode {
  @ApiProperty({ format: 'uuid' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value))
  @IsUUID()
  readonly id: string;
}

export class ViolationNote {
  @ApiProperty({ example: 'staff_conduct', description: 'A kind that the gates of rating schemes may name.' })
  @Matches(/^[a-z][a-z0-9_]{0,63}$/)
  readonly kind: string;

  @ApiProperty({ minLength: 1, maxLength: 4_000 })
  @IsString()
  @Matches(/[\p{L}\p{N}]/u)
  @Length(1, 4_000)
  readonly note: string;
  @ApiProperty({ format: 'date' }) @Matches(day) @IsISO8601({ strict: true }) readonly openedOn: string;
}

export class ViolationEnd {
  @ApiProperty({ format: 'date' }) @Matches(day) @IsISO8601({ strict: true }) readonly closedOn: string;
}

export class CentreAnswer {
  @ApiProperty({ example: 'ID-1' }) readonly code: string;
  @ApiProperty({ example: 'customer_happiness_centre' }) readonly channelType: string;
  @ApiProperty({ type: String, nullable: true }) readonly nameEn: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly nameAr: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) readonly opensOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) readonly closesOn: string | null;

  static of({ code, channelType, nameEn, nameAr, opensOn, closesOn }: Centre): CentreAnswer {
    return { code, channelType, nameEn, nameAr, opensOn, closesOn };
  }
}

export class ViolationAnswer {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly centre: string;
  @ApiProperty() readonly kind: string;
  @ApiProperty() readonly note: string;
  @ApiProperty({ format: 'date' }) readonly openedOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Null: still open.' })
  readonly closedOn: string | null;

  static of({ id, centre, kind, note, openedOn, closedOn }: Violation): ViolationAnswer {
    return { id, centre, kind, note, openedOn, closedOn };
  }
}
