import { chanceOf } from './chance.js';
import { evenChoice } from './even-choice.js';

/** How often everything was chosen so far, over all centres: what one centre has left over evens out another's. */
export type Totals = Map<string, number>;

/** What is to be chosen for each visit of a centre. */
export interface Draw<Visit, Name extends string, Option> {
  /** Such as `weekday`: the field it becomes. Its options are counted apart from all others. */
  readonly of: Name;
  /** At least one for each visit. */
  readonly from: (visit: Visit) => readonly Option[];
  /** By which options are told apart; absent: themselves. */
  readonly nameOf?: (option: Option) => string;
}

/** Where a choice is made: what of it is left to chance hangs on the seed and the centre alone. */
export interface DrawPlace {
  readonly seed: number;
  readonly centre: string;
  /** Brought up to date with every choice. */
  readonly totals: Totals;
}

/** Gives each visit of a centre, in their order, an option, as evenly as `evenChoice` can. */
export function drawnEvenly<Visit, Name extends string, Option>(
  visits: readonly Visit[],
  { of, from, nameOf = String }: Draw<Visit, Name, Option>,
  { seed, centre, totals }: DrawPlace,
): readonly (Visit & Readonly<Record<Name, Option>>)[] {
  const optionsOf = visits.map((visit) => new Map(from(visit).map((option) => [nameOf(option), option])));
  const names = [...new Set(optionsOf.flatMap((options) => [...options.keys()]))].sort();
  const placeOf = new Map(names.map((name, at) => [name, at]));
  const totalOf = (name: string) => totals.get(`${of}:${name}`) ?? 0;
  const chosen = evenChoice({
    allowed: optionsOf.map((options) => [...options.keys()].map((name) => placeOf.get(name) ?? 0)),
    elsewhere: names.map(totalOf),
    chance: (visit, option) => chanceOf(seed, centre, of, visit, names[option] ?? ''),
  });
  return visits.map((visit, at) => {
    const name = names[chosen[at] ?? 0] ?? '';
    totals.set(`${of}:${name}`, totalOf(name) + 1);
    const drawn = { [of]: optionsOf[at]?.get(name) } as Record<Name, Option>;
    return { ...visit, ...drawn };
  });
}
