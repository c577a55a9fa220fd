import { wordingTag, writingDirectionOf } from '#campaigns';
import { filled, kioskTexts, type KioskKey, type Language, type Wording } from '#contract';
import type { SurveyForm } from '../../api/src/surveys/kiosk/survey-form.js';

/** How a screen speaks to one reader. */
export class Words {
  readonly direction: 'rtl' | 'ltr';
  /** The language of the frame around the questions, which exists in Arabic and English. */
  readonly frame: Language;

  constructor(
    readonly language: string,
    private readonly numerals: SurveyForm['numerals'] = 'latn',
  ) {
    this.direction = writingDirectionOf(language);
    this.frame = this.direction === 'rtl' ? 'ar' : 'en';
  }

  /** A text of the kiosk. */
  say(key: KioskKey, params: Readonly<Record<string, string | number>> = {}): string {
    const shown = Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? this.number(value) : value]); // prettier-ignore
    return filled(kioskTexts[this.frame][key], Object.fromEntries(shown) as Record<string, string>);
  }

  /** A wording of a document, in this language or the nearest. */
  word(wording: Wording): string {
    return wording[wordingTag(wording, this.language)] ?? '';
  }

  number(value: number): string {
    return new Intl.NumberFormat(`${this.frame}-u-nu-${this.frame === 'ar' ? this.numerals : 'latn'}`).format(value);
  }

  /** A moment of this device's clock, for staff. */
  moment(at: number): string {
    const locale = this.frame === 'ar' ? 'ar-u-nu-latn-ca-gregory' : 'en-GB';
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(at);
  }
}

/** The name of a language in that language. */
export function nameOfLanguage(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}
