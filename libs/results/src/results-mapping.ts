import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  ValidateNested,
} from 'class-validator';
import { definitionCodes, type DefinitionCode } from '#figures';
import { MappedName, measureCodePattern } from './mapped-name.js';
import { isDistinct, Rule } from './mapping-rule.js';

/** The code of the measure that a column of response rates makes. */
export const responseRateCode = 'response-rate';

/** Columns that hold a name, one or two languages. */
export class NameColumns {
  @IsOptional() @IsString() readonly en?: string;
  @IsOptional() @IsString() readonly ar?: string;
}

/** Rows that are not to be imported: those whose column holds the value. */
export class SkipRule {
  @IsString() readonly column: string;
  @IsString() readonly equals: string;
}

/** Which columns say who the row is about. */
export class AgencyColumns {
  @IsString() readonly code: string;
  @IsOptional() @ValidateNested() @Type(() => NameColumns) readonly name?: NameColumns;
  @IsOptional() @ValidateNested() @Type(() => NameColumns) readonly group?: NameColumns;
}

/** One measure of a wide table of results. */
export class MappedMeasure {
  @Matches(measureCodePattern) readonly code: string;
  @IsString() readonly column: string;
  @IsObject() @ValidateNested() @Type(() => MappedName) readonly name: MappedName;
  @IsIn(['higher', 'lower']) readonly polarity: 'higher' | 'lower';
  @IsIn(definitionCodes) readonly definition: DefinitionCode;
  @IsOptional() @IsIn(['headline', 'measure', 'participation']) readonly kind?:
    'headline' | 'measure' | 'participation';
  /** The least and greatest value that can be right; 0 and 100 unless said. */
  @IsOptional() @IsNumber() readonly min?: number;
  @IsOptional() @IsNumber() readonly max?: number;
}

/** How a wide table of results, one row an agency, is to be read. */
export class ResultsMapping {
  @IsObject() @ValidateNested() @Type(() => AgencyColumns) readonly agency: AgencyColumns;
  /** How decimals are written: 64.5 (point, unless said) or 64,5 (comma). */
  @IsOptional() @IsIn(['point', 'comma']) readonly decimal?: 'point' | 'comma';
  /** The column of how many answered, where there is one. */
  @IsOptional() @IsString() readonly answers?: string;
  /** The column of the response rate in percent, where there is one. */
  @IsOptional() @IsString() readonly responseRate?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => SkipRule)
  readonly skip?: SkipRule[];
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => MappedMeasure)
  @Rule<ResultsMapping>(`each code once; ${responseRateCode} is the code of responseRate`, haveOwnCodes)
  readonly measures: MappedMeasure[];
}

function haveOwnCodes(measures: unknown, { responseRate }: ResultsMapping): boolean {
  if (!Array.isArray(measures)) return true;
  const codes = measures.map((measure: MappedMeasure | null) => measure?.code);
  return isDistinct(responseRate ? [...codes, responseRateCode] : codes);
}
