import { Scheme } from '../scheme/index.js';
import type { Gate, SchemeCriterion } from '../scheme/index.js';
import type { GradingObservation, Observation, UnitEvidence } from '../judge/index.js';

/** A criterion of a plain scheme: its weight, or that and what else it has. */
export type PlainCriterion = number | (Pick<SchemeCriterion, 'weight'> & Partial<SchemeCriterion>);

export interface PlainScheme {
  /** Pillars of elements of criteria. Codes are p0, p0e0, p0e0c0 and so on, unless a criterion says its own. */
  readonly tree: readonly (readonly (readonly PlainCriterion[])[])[];
  readonly pillarWeights?: readonly number[];
  /** The tree's weight beside a study `happiness` of weight 100 − this; 100: no other component. */
  readonly treeWeight?: number;
  readonly levels?: readonly number[];
  readonly gates?: readonly Gate[];
  readonly change?: Readonly<Record<string, unknown>>;
}

const title = { ar: 'مثال', en: 'Example' };

/** A scheme of graded criteria for one channel type `centre`, as tests take it: levels l0, l1 …, stars 2 to 7 from 40, 50 … 90. */
export function gradedScheme({ tree, pillarWeights, treeWeight = 100, levels, gates, change }: PlainScheme): Scheme {
  const components = [
    { code: 'assessment', title, weight: treeWeight, of: 'pillars' },
    { code: 'customers', title, weight: 100 - treeWeight, of: { by: 'study', study: 'happiness' } },
  ];
  return Scheme.parse({
    schema: 'nujoom.scheme/1',
    code: 'plain',
    version: 1,
    title,
    status: 'illustrative',
    channelTypes: [{ code: 'centre', title }],
    levels: (levels ?? [0, 25, 50, 75, 100]).map((score, at) => ({ code: `l${at}`, title, score })),
    components: components.filter(({ weight }) => weight > 0),
    pillars: tree.map((elements, p) => ({
      code: `p${p}`,
      title,
      weight: pillarWeights?.[p] ?? 1,
      elements: elements.map((criteria, e) => ({
        code: `p${p}e${e}`,
        title,
        weight: e + 1,
        criteria: criteria.map((criterion, c) => ({
          code: `p${p}e${e}c${c}`,
          title,
          feed: { by: 'grading' },
          ...(typeof criterion === 'number' ? { weight: criterion } : criterion),
        })),
      })),
    })),
    stars: { by: 'bands', bands: [2, 3, 4, 5, 6, 7].map((star, step) => ({ star, from: 40 + 10 * step })) },
    gates: gates ?? [],
    ...change,
  });
}

/** The evidence of one centre, as tests take it. A level alone is a grading with its evidence file. */
export function evidenceOf(
  gradings: Readonly<Record<string, string | null | GradingObservation>>,
  rest: Partial<Omit<UnitEvidence, 'gradings' | 'observations'>> & { readonly happiness?: number | null } = {},
): UnitEvidence {
  const { happiness = null, ...unit } = rest;
  const observation: Observation = { value: happiness, n: 100, error: 1 };
  return {
    unit: 'a',
    agency: 'agency',
    channelType: 'centre',
    violations: [],
    ...unit,
    gradings: new Map(
      Object.entries(gradings).map(([code, level]) => [
        code,
        typeof level === 'object' && level !== null ? level : { level, hasEvidence: true },
      ]),
    ),
    observations: happiness === null ? new Map() : new Map([['study:happiness:', observation]]),
  };
}
