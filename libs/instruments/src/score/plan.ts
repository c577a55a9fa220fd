import type { Instrument } from '../document/instrument.js';
import type { Item } from '../document/item.js';
import type { Critical } from '../document/rules.js';
import type { Scale } from '../document/scale.js';
import { earningOf, type Earning } from './points.js';

type Section = Instrument['sections'][number];

/** What scoring needs to know of one item, worked out once for each instrument. */
export interface PlannedItem {
  readonly code: string;
  readonly path: string;
  readonly section: number;
  /** The code of its section when that repeats. */
  readonly repeats: string | null;
  /** Its name in `statesOf`, when it is asked once. */
  readonly statePath: string;
  readonly dimension: string | null;
  readonly weight: number;
  readonly earning: Earning | null;
  /** What it weighs among those it is scored with: in mode `points` the most it can earn, else its weight; 0: not counted. */
  readonly pull: number;
  /** Whether it must be answered for the sheet to be complete. */
  readonly completes: boolean;
  /** When it does not apply: whether it counts with 0 points, and whether everything fails. */
  readonly zeroWhenNotApplicable: boolean;
  readonly failsWhenNotApplicable: boolean;
  readonly critical: Critical | null;
}

/** Items that are scored together; the groups of a pool are weighed against each other by their own weights. */
export interface Pool {
  readonly groups: readonly { readonly weight: number; readonly items: readonly number[] }[];
}

/** A part of the overall score: a dimension that weighs, or everything. */
export interface Part {
  readonly weight: number;
  readonly pool: Pool;
}

export interface PlannedDimension extends Part {
  readonly code: string;
  readonly minAnswered: number;
}

/** An instrument as scoring reads it. Items, notes left out, are named by their position in `items`. */
export interface ScoringPlan {
  readonly byPoints: boolean;
  readonly minCompleteness: number;
  readonly items: readonly PlannedItem[];
  readonly sections: readonly { readonly code: string; readonly pool: Pool }[];
  readonly dimensions: readonly PlannedDimension[];
  /** What the overall score is made of when no dimension weighs; null: of the dimensions. */
  readonly whole: Part | null;
}

const plans = new WeakMap<Instrument, ScoringPlan>();

/** Works out once what scoring asks of an instrument again and again. */
export function scoringPlanOf(instrument: Instrument): ScoringPlan {
  const plan = plans.get(instrument) ?? newPlan(instrument);
  plans.set(instrument, plan);
  return plan;
}

function newPlan(instrument: Instrument): ScoringPlan {
  const scales = new Map(instrument.scales.map((scale) => [scale.code, scale]));
  const items = instrument.sections.flatMap((section, at) =>
    section.items.flatMap((item) => (item.type === 'note' ? [] : [plannedItem(instrument, section, at, item, scales)])),
  );
  const pool = (holds: (item: PlannedItem) => boolean) => poolOf(instrument, items, holds);
  const dimensions = instrument.dimensions.map(({ code, weight, minAnswered }) => ({
    code,
    weight,
    minAnswered,
    pool: pool((item) => item.dimension === code),
  }));
  return {
    byPoints: instrument.scoring.mode === 'points',
    minCompleteness: instrument.scoring.minCompleteness,
    items,
    sections: instrument.sections.map(({ code }, at) => ({
      code,
      pool: { groups: [{ weight: 1, items: positions(items, (item) => item.section === at) }] },
    })),
    dimensions,
    whole: dimensions.some(({ weight }) => weight > 0) ? null : { weight: 1, pool: pool(() => true) },
  };
}

function plannedItem(
  { scoring }: Instrument,
  section: Section,
  at: number,
  item: Item,
  scales: ReadonlyMap<string, Scale>,
): PlannedItem {
  const earning = earningOf(item, scales);
  const counted = earning !== null && item.weight > 0;
  const policy = item.notApplicablePolicy ?? scoring.notApplicable;
  return {
    code: item.code,
    path: `${section.code}.${item.code}`,
    section: at,
    repeats: section.repeat ? section.code : null,
    statePath: `answers.${item.code}`,
    dimension: item.dimension ?? section.dimension ?? null,
    weight: item.weight,
    earning,
    pull: !counted ? 0 : scoring.mode === 'points' ? earning.max : item.weight,
    completes: counted || item.required,
    zeroWhenNotApplicable: policy !== 'exclude',
    failsWhenNotApplicable: policy === 'fail' && (counted || item.notApplicablePolicy === 'fail'),
    critical: item.critical ?? null,
  };
}

function poolOf(instrument: Instrument, items: readonly PlannedItem[], holds: (item: PlannedItem) => boolean): Pool {
  if (instrument.scoring.mode !== 'sections') return { groups: [{ weight: 1, items: positions(items, holds) }] };
  const groups = instrument.sections.map(({ weight }, at) => ({
    weight,
    items: positions(items, (item) => item.section === at && holds(item)),
  }));
  return { groups };
}

/** Where the counted items of a kind stand. */
function positions(items: readonly PlannedItem[], holds: (item: PlannedItem) => boolean): readonly number[] {
  return items.flatMap((item, at) => (item.pull > 0 && holds(item) ? [at] : []));
}
