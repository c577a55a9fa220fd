import { wordingTag, writingDirectionOf } from '#campaigns';
import { languages, textsIn, type Language, type Say, type Wording } from '#contract';

/** How the screens speak now. */
export interface Spoken {
  readonly language: Language;
  readonly direction: 'rtl' | 'ltr';
  readonly say: Say;
  /** A text of a document, in the language of the screens. */
  readonly word: (wording: Wording) => string;
  readonly change: (language: Language) => void;
}

/**
 * How the screens speak to somebody who reads this language. Documents speak it; the interface speaks Arabic or English:
 * its own where it is one of them, else the one that is written in the same direction.
 */
export function spokenIn(tag: string): Spoken {
  const direction = writingDirectionOf(tag);
  const language = languages.find((one) => one === tag.split('-')[0]) ?? (direction === 'rtl' ? 'ar' : 'en');
  return {
    language,
    direction,
    say: textsIn(language),
    word: (wording) => wording[wordingTag(wording, tag)] ?? '',
    change: () => undefined,
  };
}
