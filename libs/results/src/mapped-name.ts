import { IsString, Matches, MaxLength } from 'class-validator';

/** Codes of measures and items: small letters, digits and dashes; they never change across cycles. */
export const measureCodePattern = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** A name in both languages: what people read is never in one only. */
export class MappedName {
  @IsString() @MaxLength(200) @Matches(/\S/) readonly en: string;
  @IsString() @MaxLength(200) @Matches(/\S/) readonly ar: string;
}
