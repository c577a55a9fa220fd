import type { Item, Option, Scale } from '#instruments';

/** What an answer says about the place visited; plain: neither, or nobody can tell. */
export type Meaning = 'good' | 'bad' | 'plain';

/**
 * What choosing an option of an item means: bad when it asks for a reason or triggers something critical, or earns the
 * least; good when it earns the most. Nothing is told of options that earn nothing at all.
 */
export function meaningOf(item: Item, code: string, scale: Scale | undefined): Meaning {
  if (item.critical?.on.includes(code)) return 'bad';
  const asksOnlySome = [item.comment?.on, item.evidence?.on].some((on) => on?.includes(code));
  const points = pointsOf(item, scale);
  const [most, least] = [Math.max(...points.values()), Math.min(...points.values())];
  if (points.size === 0 || most === least) return 'plain';
  const earned = points.get(code);
  if (earned === most) return 'good';
  return earned === least || asksOnlySome ? 'bad' : 'plain';
}

function pointsOf(item: Item, scale: Scale | undefined): ReadonlyMap<string, number> {
  switch (item.type) {
    case 'yesNo':
      return new Map([
        ['yes', item.reversed ? 0 : 1],
        ['no', item.reversed ? 1 : 0],
      ]);
    case 'scale':
    case 'matrix':
      return positions(scale?.options ?? [], item.reversed);
    case 'choice':
      return new Map(item.options.flatMap(({ code, points }) => (points === undefined ? [] : [[code, points]])));
    default:
      return new Map();
  }
}

function positions(options: readonly Option[], reversed: boolean): ReadonlyMap<string, number> {
  const sign = reversed ? -1 : 1;
  return new Map(options.map(({ code, points }, at) => [code, sign * (points ?? at)]));
}
