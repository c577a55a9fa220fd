import { wordingTag, writingDirectionOf } from '#campaigns';
import { embedTexts, filled, type EmbedKey, type Wording } from '#contract';

/** How the survey speaks in one language. */
export class Words {
  readonly direction: 'rtl' | 'ltr';
  readonly frame: 'ar' | 'en';

  constructor(readonly language: string) {
    this.direction = writingDirectionOf(language);
    this.frame = this.direction === 'rtl' ? 'ar' : 'en';
  }

  say(key: EmbedKey, params: Readonly<Record<string, string | number>> = {}): string {
    return filled(embedTexts[this.frame][key], params);
  }

  word(wording: Wording): string {
    return wording[wordingTag(wording, this.language)] ?? '';
  }
}
