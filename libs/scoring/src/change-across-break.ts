import { definitionNames, definitions } from './definitions.js';
import type { DefinitionName } from './definitions.js';
import type { PublishedPoint } from './series-breaks.js';

/** The change from a point before a break to one after it: never the difference of what was printed. */
export interface ChangeAcrossBreak {
  readonly refused: 'seriesBreak';
  /** The difference of the printed figures, to be shown as what it is not: a change. */
  readonly printed: number;
  /** Both points by each definition: the change in points; null when one of them has no answers. */
  readonly likeForLike: readonly { readonly definition: DefinitionName; readonly points: number | null }[];
}

/** What may be said of two points on the two sides of a break (AT-05; domain note 6.6). */
export function changeAcrossBreak(
  before: Omit<PublishedPoint, 'period'>,
  after: Omit<PublishedPoint, 'period'>,
): ChangeAcrossBreak {
  const likeForLike = definitionNames.map((definition) => {
    const now = definitions[definition](after.counts);
    const then = definitions[definition](before.counts);
    return { definition, points: now === null || then === null ? null : now - then };
  });
  return { refused: 'seriesBreak', printed: after.published - before.published, likeForLike };
}
