import type { Wording } from '#contract';
import { comparedByCode, isSaidAlike, type Comparability, type Compared } from '#documents';
import type { Instrument } from '../document/instrument.js';
import type { Item } from '../document/item.js';
import { placesOf, scalesOf } from '../document/places.js';
import type { PointsRange } from '../document/rules.js';
import type { Scale } from '../document/scale.js';

/**
 * Each item of both versions as the documents show it. What decides about `rescaled` is its type, the options with their
 * points, its scale, rows, ranges and unit; about `reworded` its texts, in the languages that both versions have. Who is
 * asked, weights and dimensions are no matter of the item and are not looked at.
 */
export function comparability(before: Instrument, after: Instrument): Compared {
  return comparedByCode(itemsOf(before), itemsOf(after), comparabilityOf);
}

/** An item with the scale it is answered on. */
export interface Placed {
  readonly item: Item;
  readonly scale: Scale | undefined;
}

function itemsOf(instrument: Instrument): ReadonlyMap<string, Placed> {
  const scales = scalesOf(instrument);
  return new Map(
    placesOf(instrument).map(({ item }) => [
      item.code,
      { item, scale: 'scale' in item ? scales.get(item.scale) : undefined },
    ]),
  );
}

function comparabilityOf(then: Placed, now: Placed): Comparability {
  if (JSON.stringify(measureOf(then)) !== JSON.stringify(measureOf(now))) return 'rescaled';
  if (!isSaidAlike(unitOf(then), unitOf(now))) return 'rescaled';
  const [thenTexts, nowTexts] = [textsOf(then), textsOf(now)];
  const isSame = thenTexts.length === nowTexts.length && thenTexts.every((text, at) => isSaidAlike(text, nowTexts[at]));
  return isSame ? 'same' : 'reworded';
}

/** What makes an answer to it the same measure. */
export function measureOf({ item, scale }: Placed): unknown {
  switch (item.type) {
    case 'yesNo':
      return [item.type, item.reversed];
    case 'scale':
      return [item.type, item.reversed, scaleOf(scale)];
    case 'matrix':
      return [item.type, item.reversed, scaleOf(scale), item.rows.map(({ code }) => code)];
    case 'choice':
      return [item.type, optionsOf(item.options)];
    case 'choices':
      return [item.type, optionsOf(item.options), item.min, item.max, item.exclusive?.toSorted()];
    case 'ranking':
      return [item.type, optionsOf(item.options), item.ranks];
    case 'number':
      return [item.type, rangesOf(item.points)];
    case 'timePair':
      return [item.type, rangesOf(item.points)];
    case 'money':
      return [item.type, item.currency];
    default:
      return [item.type];
  }
}

function scaleOf(scale: Scale | undefined): unknown {
  return scale && [scale.kind, scale.options.map(({ code, points }, position) => [code, points ?? position])];
}

/** In no order of their own. */
function optionsOf(options: readonly { readonly code: string; readonly points?: number }[]): unknown {
  return options.map(({ code, points }) => [code, points ?? null]).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}

function rangesOf(points: readonly PointsRange[] | undefined): unknown {
  return points?.map(({ from, to, points: earned }) => [from, to, earned]);
}

function unitOf({ item }: Placed): Wording | undefined {
  return item.type === 'number' ? item.unit : undefined;
}

function textsOf({ item, scale }: Placed): readonly (Wording | undefined)[] {
  const options = 'options' in item ? byCode(item.options) : (scale?.options ?? []);
  const rows = item.type === 'matrix' ? item.rows : [];
  const stamps = item.type === 'timePair' ? [item.from, item.to] : [];
  return [item.text, item.help, ...options.map(({ text }) => text), ...rows.map(({ text }) => text), ...stamps];
}

function byCode<T extends { readonly code: string }>(options: readonly T[]): readonly T[] {
  return [...options].sort((a, b) => (a.code < b.code ? -1 : 1));
}
