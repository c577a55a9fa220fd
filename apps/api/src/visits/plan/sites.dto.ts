import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { mostHolidays, mostStretches, weekdayNames, type AgencyCalendar, type Site, type WeekdayName } from '#network';

const hour = /^([01]\d|2[0-3]):[0-5]\d$/;

/** From when to when a centre is open. */
export class StretchSent {
  @ApiProperty({ example: '07:30' }) @Matches(hour) readonly from: string;
  @ApiProperty({ example: '14:30', description: 'Not later than `from`: runs into the next day.' })
  @Matches(hour)
  readonly to: string;
}

/** One day of the week: in order, not overlapping; absent or empty: closed. */
function OpenOn(): PropertyDecorator {
  return (target, property) => {
    ApiProperty({ type: [StretchSent], required: false })(target, property);
    IsOptional()(target, property);
    IsArray()(target, property);
    ArrayMaxSize(mostStretches)(target, property);
    IsObject({ each: true })(target, property); // a list in the list would be looked through, and taken when it is empty
    ValidateNested({ each: true })(target, property);
    Type(() => StretchSent)(target, property);
  };
}

/** When a centre is open in a week. */
export class HoursSent {
  @OpenOn() readonly monday?: StretchSent[];
  @OpenOn() readonly tuesday?: StretchSent[];
  @OpenOn() readonly wednesday?: StretchSent[];
  @OpenOn() readonly thursday?: StretchSent[];
  @OpenOn() readonly friday?: StretchSent[];
  @OpenOn() readonly saturday?: StretchSent[];
  @OpenOn() readonly sunday?: StretchSent[];
}

/** Where a centre is, WGS 84, and when it is open; what is absent is not known. */
export class SiteSent {
  @ApiProperty({ required: false }) @IsOptional() @IsNumber() @Min(-90) @Max(90) readonly latitude?: number;
  @ApiProperty({ required: false }) @IsOptional() @IsNumber() @Min(-180) @Max(180) readonly longitude?: number;

  @ApiProperty({ required: false, type: HoursSent })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => HoursSent)
  readonly hours?: HoursSent;

  static siteOf({ latitude = null, longitude = null, hours = null }: Partial<Site>): Site {
    return { latitude, longitude, hours: hours && { ...hours } };
  }
}

export class SiteAnswer {
  @ApiProperty({ type: Number, nullable: true }) readonly latitude: number | null;
  @ApiProperty({ type: Number, nullable: true }) readonly longitude: number | null;
  @ApiProperty({ type: HoursSent, nullable: true, description: 'Null: not known.' }) readonly hours: Site['hours'];
}

/** The days an agency does not work. */
export class CalendarSent {
  @ApiProperty({ type: [String], enum: weekdayNames })
  @IsArray()
  @ArrayMaxSize(6)
  @ArrayUnique()
  @IsIn(weekdayNames, { each: true })
  readonly weekend: WeekdayName[];

  @ApiProperty({ type: [String], format: 'date' })
  @IsArray()
  @ArrayMaxSize(mostHolidays)
  @ArrayUnique()
  @Matches(/^[12]\d{3}-\d{2}-\d{2}$/, { each: true })
  @IsISO8601({ strict: true }, { each: true })
  readonly holidays: string[];
}

export class CalendarAnswer {
  @ApiProperty({ type: [String], nullable: true, description: 'Null: the plan’s own calendar counts.' })
  readonly weekend: readonly WeekdayName[] | null;
  @ApiProperty({ type: [String], nullable: true }) readonly holidays: readonly string[] | null;

  static of(calendar: AgencyCalendar | null): CalendarAnswer {
    return { weekend: calendar?.weekend ?? null, holidays: calendar?.holidays ?? null };
  }
}
