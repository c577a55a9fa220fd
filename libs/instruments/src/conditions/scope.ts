import type { Environment } from '@marcbachmann/cel-js';
import { answerCodesOf, placesOf, scalesOf, type Place } from '../document/places.js';
import type { Instrument } from '../document/instrument.js';
import type { ItemType } from '../document/item.js';
import { reservedWords } from '../document/reserved.js';
import { environmentOf } from './environment.js';

/** What an item is in conditions; an item of any other type cannot be used there. */
const types: Partial<Record<ItemType, 'double' | 'string' | 'list<string>'>> = {
  yesNo: 'string',
  scale: 'string',
  choice: 'string',
  text: 'string',
  date: 'string',
  time: 'string',
  number: 'double',
  money: 'double',
  timePair: 'double',
  choices: 'list<string>',
  ranking: 'list<string>',
};

/** An item as conditions see it. */
export interface Named {
  readonly type: ItemType;
  /** Null: cannot stand in a condition. */
  readonly celType: 'double' | 'string' | 'list<string>' | null;
  /** The codes its answers choose from; null: it is not chosen. */
  readonly codes: readonly string[] | null;
  /** The section that repeats and holds it; null: it is asked once. */
  readonly repeat: string | null;
}

/** What the conditions of one section, or those outside all that repeat, may name. */
export interface Scope {
  readonly environment: Environment;
  readonly items: ReadonlyMap<string, Named>;
  /** Whether the item can be named here: within a repeating section its own items, everywhere those asked once. */
  readonly reaches: (named: Named) => boolean;
  /** Where the value of an item lies among the values that conditions see. */
  readonly slotOf: (code: string) => number;
}

/** The scopes of an instrument, and where the values of its items lie. */
export interface Scopes {
  /** By the code of a section that repeats, or null for all else. */
  of(repeat: string | null): Scope;
  /** The slot of each item that some condition names, by its code. */
  readonly slots: ReadonlyMap<string, number>;
}

/** The scopes of an instrument; each is built when it is first asked for. */
export function scopesOf(instrument: Instrument): Scopes {
  const items = namedItems(instrument);
  const slots = new Map<string, number>();
  const slotOf = (code: string) => slots.get(code) ?? (slots.set(code, slots.size), slots.size - 1);
  const scopes = new Map<string | null, Scope>();
  const of = (repeat: string | null): Scope => {
    const known = scopes.get(repeat);
    if (known) return known;
    const reaches = (named: Named) => named.repeat === null || named.repeat === repeat;
    const usable = [...items].flatMap(([code, named]) =>
      named.celType && reaches(named) && !reservedWords.has(code) ? [[code, named.celType] as const] : [],
    );
    const scope = { environment: environmentOf(usable), items, reaches, slotOf };
    scopes.set(repeat, scope);
    return scope;
  };
  return { of, slots };
}

function namedItems(instrument: Instrument): ReadonlyMap<string, Named> {
  const scales = scalesOf(instrument);
  const named = ({ item, section }: Place): Named => ({
    type: item.type,
    celType: types[item.type] ?? null,
    codes: answerCodesOf(item, scales),
    repeat: section.repeat ? section.code : null,
  });
  return new Map(placesOf(instrument).map((place) => [place.item.code, named(place)]));
}
