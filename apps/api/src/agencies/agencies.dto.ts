import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { agencyCodePattern, type Agency } from '#network';

/** Two agencies in an address. */
export class SuccessionLine {
  @ApiProperty({ example: 'DLUHC' }) @Matches(agencyCodePattern) readonly predecessor: string;
  @ApiProperty({ example: 'MHCLG' }) @Matches(agencyCodePattern) readonly successor: string;
}

export class SuccessionStart {
  @ApiProperty({ example: '2024', description: 'The first cycle in which the successor stands.' })
  @IsString()
  @MaxLength(40)
  readonly since: string;
}

export class AgencyAnswer {
  @ApiProperty({ example: 'MHCLG' }) readonly code: string;
  @ApiProperty({ type: String, nullable: true }) readonly nameEn: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly nameAr: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly groupEn: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly groupAr: string | null;

  static of({ code, nameEn, nameAr, groupEn, groupAr }: Agency): AgencyAnswer {
    return { code, nameEn, nameAr, groupEn, groupAr };
  }
}
