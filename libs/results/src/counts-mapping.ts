import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { studyCodes, type StudyCode } from '#figures';
import { agencyCodePattern } from '#network';
import { MappedName, measureCodePattern } from './mapped-name.js';
import { isDistinct, Rule } from './mapping-rule.js';

/** The item whose answers are counted. */
export class MappedItem {
  @Matches(measureCodePattern) readonly code: string;
  @IsObject() @ValidateNested() @Type(() => MappedName) readonly name: MappedName;
  @IsIn(['meanOfScale', 'topTwoBox']) readonly definition: 'meanOfScale' | 'topTwoBox';
  /** The columns of the answers, the worst first. */
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @Rule('each column once: answers would be counted twice', isDistinct)
  @Rule<MappedItem>('three options or more: of two the two best are everybody', leavesWorse)
  readonly options: string[];
  /** The column of the figure that was published with the counts, where there is one. */
  @IsOptional() @IsString() readonly published?: string;
}

function leavesWorse(options: unknown, { definition }: MappedItem): boolean {
  return definition !== 'topTwoBox' || !Array.isArray(options) || options.length > 2;
}

/** How a table of counts, one row a period of a service and channel, is to be read. */
export class CountsMapping {
  /** The code of the one agency of the file; or the column of its code. */
  @ValidateIf((mapping: CountsMapping) => !mapping.agencyColumn)
  @Matches(agencyCodePattern)
  readonly agency?: string;
  @IsOptional() @IsString() readonly agencyColumn?: string;
  /** How decimals are written: 64.5 (point, unless said) or 64,5 (comma). */
  @IsOptional() @IsIn(['point', 'comma']) readonly decimal?: 'point' | 'comma';
  @IsIn(studyCodes) readonly study: StudyCode;
  @IsString() readonly service: string;
  @IsString() readonly channel: string;
  /** The column of the period: a year, quarter, month or day. */
  @IsString() readonly period: string;
  @IsObject() @ValidateNested() @Type(() => MappedItem) readonly item: MappedItem;
  /** Names of services by their code, where the file holds codes only. */
  @IsOptional()
  @IsObject()
  @Rule('{ "CODE": { "en": "…", "ar": "…" } } with names of 1 to 200 characters', areNames)
  readonly services?: Readonly<Record<string, { readonly en?: string; readonly ar?: string }>>;
}

function areNames(services: unknown): boolean {
  return Object.values(services ?? {}).every((names: unknown) => {
    if (typeof names !== 'object' || names === null) return false;
    const given = Object.entries(names);
    return given.every(([key, name]) => ['en', 'ar'].includes(key) && isName(name));
  });
}

function isName(name: unknown): boolean {
  return typeof name === 'string' && /\S/.test(name) && name.length <= 200;
}
