import type { Language } from '../language.js';
import { embed as embedAr } from './ar/embed.js';
import { kiosk as kioskAr } from './ar/kiosk.js';
import { embed as embedEn } from './en/embed.js';
import { kiosk as kioskEn } from './en/kiosk.js';

/** Texts of programs that ship without all the others. Their arguments are only put in; `filled` does it. */
type Texts<Key extends string> = Record<Language, Readonly<Record<Key, string>>>;

export type KioskKey = keyof typeof kioskEn;
export const kioskTexts: Texts<KioskKey> = { ar: kioskAr, en: kioskEn };

export type EmbedKey = keyof typeof embedEn;
export const embedTexts: Texts<EmbedKey> = { ar: embedAr, en: embedEn };

/** A text with its arguments in place: `{n}`. */
export function filled(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]));
}
