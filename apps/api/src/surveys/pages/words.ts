import { Temporal } from 'temporal-polyfill';
import { wordingTag, writingDirectionOf, type CampaignRules } from '#campaigns';
import { BoundedMap } from '#database';
import { textsIn, type Language, type TextKey, type TextParams, type Wording } from '#contract';
import type { Html } from '../../pages/html.js';
import { html } from '../../pages/html.js';

type Habits = Pick<CampaignRules, 'numerals' | 'calendar'>;

/** How texts write numbers, whatever the numerals of a campaign are. */
const latin = new Intl.NumberFormat('en-GB');

/** How pages speak to one reader: his language, numerals and calendar. */
export class Words {
  readonly direction: 'rtl' | 'ltr';
  /** The language of the frame around the questions, which exists in Arabic and English. */
  readonly frame: Language;
  private readonly numerals: string;
  private readonly numbers: Intl.NumberFormat;

  constructor(
    /** The tag of the reader's language. */
    readonly language: string,
    private readonly habits: Habits,
  ) {
    this.direction = writingDirectionOf(language);
    this.frame = this.direction === 'rtl' ? 'ar' : 'en';
    // Numerals are a setting of Arabic; other languages are read with Latin ones.
    this.numerals = language.split('-')[0] === 'ar' ? habits.numerals : 'latn';
    this.numbers = new Intl.NumberFormat(`${this.frame}-u-nu-${this.numerals}`, { maximumFractionDigits: 6 });
  }

  /** A text of the frame, for titles and attributes, which have no language of their own. */
  say(key: TextKey, params?: TextParams): string {
    return textsIn(this.frame)(key, params);
  }

  /** A text of the frame, marked where its language is not that of the page. */
  said(key: TextKey, params?: TextParams): Html {
    return this.marked(this.frame, this.say(key, params));
  }

  /** A text of the frame that counts something, in the reader's numerals. */
  count(key: TextKey, count: number): string {
    return this.say(key, { count }).replace(latin.format(count), this.number(count));
  }

  counted(key: TextKey, count: number): Html {
    return this.marked(this.frame, this.count(key, count));
  }

  /** A wording of a document, marked where it is not there in the language of the page. */
  word(wording: Wording): Html {
    return this.marked(wordingTag(wording, this.language), this.wordText(wording));
  }

  wordText(wording: Wording): string {
    const text = wording[wordingTag(wording, this.language)] ?? '';
    // What is only a number, such as the points of a scale, is written as numbers are.
    return /^\d{1,6}$/.test(text) ? this.plain(Number(text)) : text;
  }

  /** With a sign between thousands. */
  number(value: number): string {
    return this.numbers.format(value);
  }

  /** Without one: years, and what is typed. */
  plain(value: number): string {
    return new Intl.NumberFormat(`${this.frame}-u-nu-${this.numerals}`, { useGrouping: false }).format(value);
  }

  /** A time of day or another run of digits, in the reader's numerals. */
  digits(text: string): string {
    return text.replace(/\d/g, (digit) => this.plain(Number(digit)));
  }

  /** The day of an instant as it was written, in the calendar of the campaign; what people type is Gregorian. */
  day(date: string, calendar: Habits['calendar'] = this.habits.calendar): string {
    const locale = `${this.frame === 'en' ? 'en-GB' : 'ar'}-u-nu-${this.numerals}-ca-${calendar}`;
    const midnight = Temporal.PlainDate.from(date.slice(0, 10)).toZonedDateTime('UTC').epochMilliseconds;
    return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(midnight);
  }

  /** The name of a currency in words: دراهم rather than AED. */
  currency(code: string): string {
    return new Intl.DisplayNames([this.frame], { type: 'currency' }).of(code) ?? code;
  }

  private marked(tag: string, text: string): Html {
    if (tag === this.language || isPartOf(tag, this.language)) return html`${text}`;
    return html`<span lang="${tag}" dir="${writingDirectionOf(tag)}">${text}</span>`;
  }
}

const known = new BoundedMap<string, Words>(200);

/** The words for a language and the habits of a campaign; made once, since formats of numbers take their time. */
export function wordsIn(language: string, { numerals, calendar }: Habits): Words {
  const name = `${language} ${numerals} ${calendar}`;
  return known.get(name) ?? known.set(name, new Words(language, { numerals, calendar }));
}

/** `ar-AE` is read out as `ar` is. */
function isPartOf(tag: string, language: string): boolean {
  return tag === language.split('-')[0];
}

/** What a language calls itself: العربية, English, اردو. */
export function ownName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}
