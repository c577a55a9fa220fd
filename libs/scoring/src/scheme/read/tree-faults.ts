import type { Fault } from '#contract';
import { faultAt } from '#documents';
import type { Feed } from '../feed.js';
import { criteriaOf, isJudgedIn } from '../places.js';
import type { Band, Scheme } from '../scheme.js';

/** What criteria, levels and components say that makes no sense together. */
export function* treeFaults(scheme: Scheme): Generator<Fault> {
  yield* risingFaults(scheme.levels, 'levels', 'score');
  yield* criteriaFaults(scheme);
  yield* pillarComponentFaults(scheme);
  for (const [index, { of, bands }] of scheme.components.entries()) {
    if (bands) yield* bandFaults(bands, `components[${index}].bands`);
    if (of === 'pillars') continue;
    if (of.by === 'grading')
      yield faultAt(`components[${index}].of.by`, 'notOneOf', { options: componentFeeds }, of.by);
    yield* goalpostFaults(of, `components[${index}].of`);
  }
}

const componentFeeds = 'items, instrument, study, indicator';

function* criteriaFaults(scheme: Scheme): Generator<Fault> {
  const places = criteriaOf(scheme);
  const channels = scheme.channelTypes.map(({ code }) => code);
  if (scheme.levels.length === 0 && places.some(({ criterion }) => criterion.feed.by === 'grading')) {
    yield faultAt('levels', 'missing');
  }
  for (const place of places) {
    yield* goalpostFaults(place.criterion.feed, `${place.path}.feed`);
    if (!channels.some((code) => isJudgedIn(code, place))) yield faultAt(place.path, 'noEffect');
  }
  for (const [index, code] of channels.entries()) {
    const isEmpty = places.length > 0 && !places.some((place) => isJudgedIn(code, place));
    if (isEmpty) yield faultAt(`channelTypes[${index}].code`, 'noCriterion', undefined, code);
  }
}

function* goalpostFaults(feed: Feed, path: string): Generator<Fault> {
  if (feed.by !== 'indicator' || feed.worst !== feed.best) return;
  yield faultAt(`${path}.best`, 'mustDiffer', { other: `${path}.worst` }, feed.best);
}

function* pillarComponentFaults({ pillars, components }: Scheme): Generator<Fault> {
  const trees = components.flatMap(({ of }, index) => (of === 'pillars' ? [`components[${index}].of`] : []));
  const [first, ...others] = trees;
  if (pillars.length > 0 && !first) yield faultAt('pillars', 'needs', { other: 'components[].of = pillars' });
  if (pillars.length === 0 && first) yield faultAt(first, 'needs', { other: 'pillars' }, 'pillars');
  for (const path of others) yield faultAt(path, 'repeated', { first: first ?? '' }, 'pillars');
}

/** Bands stand from the lowest up, and rise in both star and score; otherwise two would claim the same score. */
export function* bandFaults(bands: readonly Band[], path: string): Generator<Fault> {
  yield* risingFaults(bands, path, 'star');
  yield* risingFaults(bands, path, 'from');
}

function* risingFaults<K extends string>(
  list: readonly { readonly [P in K]: number }[],
  path: string,
  field: K,
): Generator<Fault> {
  for (const [index, one] of list.entries()) {
    const before = list[index - 1];
    if (!before || one[field] > before[field]) continue;
    yield faultAt(
      `${path}[${index}].${field}`,
      'notAbove',
      { other: `${before[field]} (${path}[${index - 1}].${field})` },
      one[field],
    );
  }
}
