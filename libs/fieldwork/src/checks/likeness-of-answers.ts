import type { AnswerValue, Item, Scale } from '#instruments';

/** One choice out of several that are worth different points. */
export interface Choosing {
  /** Items on the same scale have the same; null: its options are its own. */
  readonly scale: string | null;
  readonly code: string;
  readonly standing: 'best' | 'worst' | 'between';
}

/**
 * What was chosen for an item that is scored by one choice, of a matrix once a row. Nothing for what is measured, written or
 * chosen several at a time, nor where all options are worth the same.
 */
export function choosingsOf(item: Item, value: AnswerValue, scales: ReadonlyMap<string, Scale>): readonly Choosing[] {
  const points = pointsOf(item, scales);
  const [best, worst] = [Math.max(...points.values()), Math.min(...points.values())];
  if (!(best > worst)) return [];
  const chosen = typeof value === 'object' && 'rows' in value ? Object.values(value.rows) : [value];
  return chosen.flatMap((code) => {
    const own = typeof code === 'string' ? points.get(code) : undefined;
    if (typeof code !== 'string' || own === undefined) return [];
    const standing = own === best ? 'best' : own === worst ? 'worst' : 'between';
    return [{ scale: scaleOf(item), code, standing }];
  });
}

function scaleOf(item: Item): string | null {
  if (item.type === 'yesNo') return 'yesNo';
  return item.type === 'scale' || item.type === 'matrix' ? `scale:${item.scale}` : null;
}

/** What each option is worth; only which is more matters. Empty: it is not scored by one choice. */
function pointsOf(item: Item, scales: ReadonlyMap<string, Scale>): ReadonlyMap<string, number> {
  if (item.weight === 0) return new Map();
  switch (item.type) {
    case 'yesNo':
      return new Map([
        ['yes', item.reversed ? 0 : 1],
        ['no', item.reversed ? 1 : 0],
      ]);
    case 'scale':
    case 'matrix': {
      const sign = item.reversed ? -1 : 1;
      const options = scales.get(item.scale)?.options ?? [];
      return new Map(options.map(({ code, points }, position) => [code, sign * (points ?? position)]));
    }
    case 'choice':
      return new Map(item.options.map(({ code, points }) => [code, points ?? 0]));
    default:
      return new Map();
  }
}
