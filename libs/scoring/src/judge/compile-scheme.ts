import type { Feed } from '../scheme/feed.js';
import type { Scheme, SchemeElement, SchemePillar } from '../scheme/scheme.js';
import { fromTheLowest } from './band-star.js';
import { compiledGates, compiledStars } from './compile-stars.js';
import type {
  CompiledBranch,
  CompiledComponent,
  CompiledCriterion,
  CompiledFeed,
  CompiledScheme,
  FlatWeights,
} from './compiled-scheme.js';
import { isFor } from './for-channel.js';
import { keyOfFeed } from './unit-evidence.js';

/**
 * Makes a scheme ready for judging units of one channel type. Criteria, elements, pillars and gates that are not for this channel
 * type are left out, and so are elements and pillars of which nothing is left.
 *
 * The scheme must have been read by `readScheme`, or changed so that it still could be: only what would make judging wrong without
 * notice is checked again.
 * @throws RangeError for a channel type the scheme does not have, a weight that is not above 0, or a name that leads nowhere
 */
export function compileScheme(scheme: Scheme, channelType: string): CompiledScheme {
  if (!scheme.channelTypes.some(({ code }) => code === channelType)) {
    throw new RangeError(`The scheme ${scheme.code} has no channel type ${channelType}`);
  }
  const components = compiledComponents(scheme);
  const inTree = components.reduce((sum, { feed, weightInWhole }) => sum + (feed ? 0 : weightInWhole), 0);
  const { pillars, elements, criteria } = flatTree(scheme, channelType, inTree);
  return {
    scheme,
    channelType,
    pillars,
    elements,
    criteria,
    components,
    stars: compiledStars(scheme),
    gates: compiledGates(scheme, channelType, { pillars, components, criteria }),
    levels: new Map(scheme.levels.map(({ code, score }) => [code, score])),
    weights: flatWeights({ pillars, elements, criteria, components }),
    minimums: [...components, ...criteria].flatMap(({ code, feed }) =>
      feed && feed.minimum > 0 ? [{ of: code, key: feed.key, minimum: feed.minimum }] : [],
    ),
  };
}

interface FlatTree {
  readonly pillars: readonly CompiledBranch[];
  readonly elements: readonly CompiledBranch[];
  readonly criteria: readonly CompiledCriterion[];
}

function flatTree(scheme: Scheme, channelType: string, inTree: number): FlatTree {
  const flat = {
    pillars: [] as CompiledBranch[],
    elements: [] as CompiledBranch[],
    criteria: [] as CompiledCriterion[],
  };
  const kept = scheme.pillars.flatMap((pillar) => pillarFor(channelType, pillar));
  for (const [pillar, pillarPart] of withParts(kept)) {
    const start = flat.elements.length;
    for (const [element, elementPart] of withParts(pillar.elements)) {
      const first = flat.criteria.length;
      for (const [{ code, weight, feed, evidence }, part] of withParts(element.criteria)) {
        flat.criteria.push({
          code,
          weight,
          pillar: flat.pillars.length,
          element: flat.elements.length,
          weightInWhole: inTree * pillarPart * elementPart * part,
          feed: feed.by === 'grading' ? null : compiledFeed(feed),
          evidenceRequired: evidence === 'required',
        });
      }
      flat.elements.push({ code: element.code, weight: element.weight, start: first, end: flat.criteria.length });
    }
    flat.pillars.push({ code: pillar.code, weight: pillar.weight, start, end: flat.elements.length });
  }
  return flat;
}

function pillarFor(channelType: string, pillar: SchemePillar): SchemePillar[] {
  if (!isFor(channelType, pillar)) return [];
  const elements = pillar.elements.flatMap((element) => elementFor(channelType, element));
  return elements.length > 0 ? [{ ...pillar, elements }] : [];
}

function elementFor(channelType: string, element: SchemeElement): SchemeElement[] {
  if (!isFor(channelType, element)) return [];
  const criteria = element.criteria.filter((criterion) => isFor(channelType, criterion));
  return criteria.length > 0 ? [{ ...element, criteria }] : [];
}

/** Siblings with their parts of their parent. */
function withParts<T extends { readonly code: string; readonly weight: number }>(
  siblings: readonly T[],
): [T, number][] {
  let whole = 0;
  for (const { code, weight } of siblings) {
    if (!(weight > 0 && weight < Infinity)) throw new RangeError(`The weight of ${code} must be above 0: ${weight}`);
    whole += weight;
  }
  return siblings.map((one) => [one, one.weight / whole]);
}

function compiledComponents({ components }: Scheme): CompiledComponent[] {
  return withParts(components).map(([{ code, weight, of, bands }, weightInWhole]) => {
    if (of !== 'pillars' && of.by === 'grading') throw new RangeError(`The component ${code} can not be graded`);
    const feed = of === 'pillars' ? null : compiledFeed(of);
    return { code, weight, weightInWhole, feed, bands: bands ? fromTheLowest(bands) : null };
  });
}

function compiledFeed(feed: Exclude<Feed, { by: 'grading' }>): CompiledFeed {
  const isIndicator = feed.by === 'indicator';
  return {
    key: keyOfFeed(feed),
    minimum: isIndicator ? 0 : feed.minimum,
    goalposts: isIndicator ? { worst: feed.worst, best: feed.best } : null,
  };
}

function flatWeights(lists: {
  readonly [K in keyof FlatWeights]: readonly { readonly weight: number }[];
}): FlatWeights {
  const weightsOf = (list: readonly { readonly weight: number }[]) => Float64Array.from(list, ({ weight }) => weight);
  return {
    criteria: weightsOf(lists.criteria),
    elements: weightsOf(lists.elements),
    pillars: weightsOf(lists.pillars),
    components: weightsOf(lists.components),
  };
}
