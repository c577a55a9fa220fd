import type { Fields, PageFault } from '#campaigns';
import type { FaultReason, TextKey, Wording } from '#contract';
import type { Item } from '#instruments';
import type { Words } from './words.js';

/** What is wrong with an answer and what to do about it, in one sentence; the document's own where one of its rules is broken. */
export function faultWords(found: PageFault, words: Words, fields: Fields): string {
  const sentence = sentences[found.fault.reason];
  return sentence ? sentence(new Told(found, words, fields)) : words.say('survey.fault.other');
}

/** A fault with what its sentence needs. */
class Told {
  readonly item: Item;
  readonly field: string;

  constructor(
    private readonly found: PageFault,
    readonly words: Words,
    private readonly fields: Fields,
  ) {
    this.item = found.item;
    this.field = found.field;
  }

  get params(): Readonly<Record<string, string | number>> {
    return this.found.fault.params ?? {};
  }

  /** Of the fault in the sheet. */
  get where(): string {
    return this.found.fault.where;
  }

  number(name: string): string {
    return this.words.number(Number(this.params[name]));
  }

  /** A sentence about so many things. */
  counted(key: TextKey, name: string): string {
    return this.words.count(key, Number(this.params[name]));
  }

  /** A day as people type them, whatever the calendar of the campaign. */
  day(name: string): string {
    return this.words.day(String(this.params[name]), 'gregory');
  }

  /** In characters, as the check counts them. */
  get length(): number {
    return [...(this.fields[this.field] ?? '').replace(/\r\n?/g, '\n').trim()].length;
  }
}

const sentences: Partial<Record<FaultReason, (told: Told) => string>> = {
  constraint: ({ params, words }) => {
    const message = Object.fromEntries(Object.entries(params).filter(([tag]) => tag !== 'number')) as Wording;
    return words.wordText(message) || words.say('survey.fault.other');
  },
  missing,
  notOneOf: ({ words }) => words.say('survey.fault.choose'),
  notANumber: numberWanted,
  tooManyDecimals: (told) => (isWhole(told.item) ? numberWanted(told) : told.counted('survey.fault.decimals', 'max')),
  tooSmall: (told) =>
    told.item.type === 'date'
      ? told.words.say('survey.fault.notBefore', { date: told.day('min') })
      : told.words.say('survey.fault.least', { min: told.number('min') }),
  tooLarge: (told) =>
    told.item.type === 'date'
      ? told.words.say('survey.fault.notAfter', { date: told.day('max') })
      : told.words.say('survey.fault.most', { max: told.number('max') }),
  tooLong: (told) =>
    told.words.say('survey.fault.long', { max: told.number('max'), length: told.words.number(told.length) }),
  tooShort: (told) => told.words.say('survey.fault.short', { min: told.number('min') }),
  tooFew: (told) => told.counted('survey.fault.few', 'min'),
  tooMany: (told) => told.counted('survey.fault.many', 'max'),
  standsAlone: ({ item, params, words }) =>
    words.say('survey.fault.alone', { option: optionText(item, String(params['option']), words) }),
  repeated: ({ words }) => words.say('survey.fault.twice'),
  valueAndNotApplicable: ({ words }) => words.say('survey.fault.both'),
  commentNeeded: ({ words }) => words.say('survey.fault.remark'),
  invalid: momentWanted,
  endsBeforeStart: ({ item, words }) => words.say('survey.fault.order', endsOf(item, words)),
  tooLongBetween: (told) => told.counted('survey.fault.apart', 'max'),
};

/** A day and a time as examples: one that nobody takes for another order of its parts. */
export function dateExample(words: Words): { readonly day: string; readonly month: string; readonly year: string } {
  return { day: words.plain(27), month: words.plain(3), year: words.plain(2026) };
}

export function timeExample(words: Words): { readonly time: string } {
  return { time: words.digits('14:30') };
}

function missing(told: Told): string {
  const { item, field, words } = told;
  const row = item.type === 'matrix' ? item.rows.find(({ code }) => field.endsWith(`.${code}`)) : undefined;
  if (row) return words.say('survey.fault.row', { row: words.wordText(row.text) });
  if (item.type === 'number' || item.type === 'money') return numberWanted(told);
  if (item.type === 'date' || item.type === 'time' || item.type === 'timePair') return momentWanted(told);
  return words.say(item.type === 'text' || field.startsWith('c.') ? 'survey.fault.write' : 'survey.fault.choose');
}

function numberWanted({ item, words }: Told): string {
  return words.say(isWhole(item) ? 'survey.fault.whole' : 'survey.fault.number', { example: words.number(12) });
}

function momentWanted({ item, where, words }: Told): string {
  if (item.type === 'timePair') {
    const [, end] = /\.(from|to)$/.exec(where) ?? [];
    const time = timeExample(words);
    if (end === undefined) return words.say('survey.fault.bothTimes', time);
    return words.say('survey.fault.oneTime', { ...time, end: endsOf(item, words)[end as 'from' | 'to'] });
  }
  return item.type === 'time'
    ? words.say('survey.fault.time', timeExample(words))
    : words.say('survey.fault.date', dateExample(words));
}

/** What the two times of a pair are called. */
function endsOf(item: Item, words: Words): { readonly from: string; readonly to: string } {
  if (item.type !== 'timePair') return { from: '', to: '' };
  return { from: words.wordText(item.from), to: words.wordText(item.to) };
}

function isWhole(item: Item): boolean {
  return item.type === 'number' && item.decimals === 0;
}

function optionText(item: Item, code: string, words: Words): string {
  const options = 'options' in item ? item.options : [];
  return words.wordText(options.find((one) => one.code === code)?.text ?? { en: code });
}
