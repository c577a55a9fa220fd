import type { Instrument, SummedKey, TallyLayout } from '#instruments';
import type { CellCodes } from '#statistics';
import type { CampaignRules } from '../document/campaign.js';
import { isAlike } from './alike.js';
import { employeeCells, sumAt, type EmployeeCell, type EmployeeGroup, type ReleasedSum } from './employee-cells.js';
import { publishable, type CountIn, type EarlierCells, type PatternBase } from './release-patterns.js';
import { scoredKeys } from './result-scores.js';
import { scoreFamilies } from './score-families.js';

type Rules = Pick<CampaignRules, 'cuts' | 'anonymity'>;

/** One group of a release, as it is published for good. */
export interface ReleasedGroup {
  readonly codes: CellCodes;
  /** Respondents; null: withheld, and nothing of the group is told. */
  readonly n: number | null;
  /** By score; null: withheld, or nobody answered. Empty when the group is withheld. */
  readonly scores: Readonly<Partial<Record<SummedKey, ReleasedSum | null>>>;
}

/** What was counted of a campaign among employees. */
export interface CountedEmployees {
  readonly campaign: Rules;
  readonly layout: TallyLayout;
  readonly groups: readonly EmployeeGroup[];
}

/** Another campaign with what it published: readers have both in hand. Its agencies under the codes they have now. */
export interface OtherRelease extends CountedEmployees {
  readonly released: readonly ReleasedGroup[];
}

/**
 * The results of a campaign among employees, to be published once and never computed again: only groups of at least `anonymity.least`,
 * and only so many that no smaller one can be computed from them, nor together with those that other campaigns published. The groups
 * are all, agencies, declared cuts, and cuts within agencies; items are told of all and of agencies alone.
 *
 * - Each score is guarded by those who answered it: a group may be shown with some of its scores withheld.
 * - A score that fewer than thirty all have alike would be everybody's: it is withheld as if they were too few.
 * - The parts of a score are told together or not at all, and only where those who left a part out are nobody or enough, in whatever
 *   can be computed: the score minus its parts is theirs (see `ScoreFamily`).
 *
 * It comes in steps, for each takes up to seconds: whoever computes it can do other things in between.
 * Sources: domain note 6.10; proof note B5.
 */
export function* employeeRelease(
  counted: CountedEmployees & { readonly instrument: Instrument },
  others: readonly OtherRelease[],
): Generator<undefined, readonly ReleasedGroup[]> {
  const { campaign, layout, groups, instrument } = counted;
  const cells = employeeCells(campaign, groups);
  const base: PatternBase = { campaign, groups, cells, least: campaign.anonymity.least };
  const everybody = publishable(base, responsesIn, others.map(ofResponses));
  yield;
  const shown = new Map<SummedKey, ReadonlySet<string>>();
  for (const key of independentScores(layout, instrument)) {
    shown.set(key, shownOfKey(base, everybody, { layout, key, others }));
    yield;
  }
  for (const [at, { whole, parts }] of scoreFamilies(instrument).entries()) {
    const own = parts.filter((key) => groups.some(({ sums }) => sumAt(layout, key, sums).n > 0));
    const isOfItems = own.some((key) => key.startsWith('item:'));
    const told = shown.get(whole) ?? new Set();
    const outer = cells.filter(({ codes, key }) => told.has(key) && !(isOfItems && Object.keys(codes).some(isCut)));
    let together = publishable({ ...base, cells: outer }, ({ partly }) => partly[at] ?? 0, []);
    yield;
    for (const key of own) {
      if (together.size === 0) break;
      together = shownOfKey(base, together, { layout, key, others });
      yield;
    }
    for (const key of own) shown.set(key, together);
  }
  return cells.map((cell) => released(cell, layout, everybody, shown));
}

const isCut = (dimension: string): boolean => dimension !== 'agency';

/** Scores that are no part of another. Where parts are not told (see `scoreFamilies`), what weighs in the overall score is not either. */
function independentScores(layout: TallyLayout, instrument: Instrument): readonly SummedKey[] {
  const families = scoreFamilies(instrument);
  const parts = new Set(families.flatMap((family) => family.parts));
  return scoredKeys(layout).filter((key) =>
    families.length > 0 ? !parts.has(key) : key === 'overall' || !isWeighing(instrument, key),
  );
}

/** A score with what it takes to lay a pattern over those who answered it. */
interface KeyBase {
  readonly layout: TallyLayout;
  readonly key: SummedKey;
  readonly others: readonly OtherRelease[];
}

/** Where a score may be told, of the cells that are told otherwise: so the same cells are withheld of all scores, as far as can be. */
function shownOfKey(
  base: PatternBase,
  told: ReadonlySet<string>,
  { layout, key, others }: KeyBase,
): ReadonlySet<string> {
  const countIn: CountIn = ({ sums }) => sumAt(layout, key, sums).n;
  const known = others.flatMap((other) => (other.layout.placeOf.has(key) ? [ofKey(other, key)] : []));
  const shown = publishable(narrowed(base, told), countIn, known);
  const alike = base.cells.filter(({ sums }) => isAlike(sumAt(layout, key, sums)));
  return alike.length === 0 ? shown : withoutAlike(narrowed(base, shown), countIn, alike);
}

function narrowed(base: PatternBase, told: ReadonlySet<string>): PatternBase {
  return { ...base, cells: base.cells.filter(({ key }) => told.has(key)) };
}

/** A number that no group of alike answers reaches. */
const scale = 1_000;

/** Guards groups of alike answers as if they were too few, whatever contains them: the others count a thousandfold, and so does the least. */
function withoutAlike(base: PatternBase, countIn: CountIn, alike: readonly EmployeeCell[]): ReadonlySet<string> {
  const isIn = ({ codes }: EmployeeCell, group: EmployeeGroup) => {
    const own = codesIn(group, base.campaign);
    return Object.entries(codes).every(([dimension, code]) => own.get(dimension) === code);
  };
  const small = new Set(base.groups.filter((group) => alike.some((cell) => isIn(cell, group))));
  const scaled: CountIn = (group) => countIn(group) * (small.has(group) ? 1 : scale);
  return publishable({ ...base, least: base.least * scale }, scaled, []);
}

function codesIn(group: EmployeeGroup, { cuts }: Pick<Rules, 'cuts'>): ReadonlyMap<string, string> {
  return new Map([
    ['agency', group.agency],
    ...cuts.map((cut, at) => [`cut:${cut}`, group.segment[at] ?? ''] as const),
  ]);
}

const responsesIn: CountIn = ({ responses }) => responses;

function ofResponses({ campaign, groups, released }: OtherRelease): EarlierCells {
  const published = released.filter(({ n }) => n !== null).map(({ codes }) => codes);
  return { campaign, groups, countIn: responsesIn, published };
}

function ofKey({ campaign, layout, groups, released }: OtherRelease, key: SummedKey): EarlierCells {
  const published = released.filter(({ scores }) => scores[key]).map(({ codes }) => codes);
  return { campaign, groups, countIn: ({ sums }) => sumAt(layout, key, sums).n, published };
}

function isWeighing({ dimensions }: Instrument, key: SummedKey): boolean {
  const isOne = dimensions.every(({ weight }) => weight === 0);
  return dimensions.some(({ code, weight }) => key === `dimension:${code}` && (weight > 0 || isOne));
}

function released(
  { codes, key: cell, responses, sums }: EmployeeCell,
  layout: TallyLayout,
  everybody: ReadonlySet<string>,
  shown: ReadonlyMap<SummedKey, ReadonlySet<string>>,
): ReleasedGroup {
  if (!everybody.has(cell)) return { codes, n: null, scores: {} };
  const scores = layout.summed.flatMap((key) => {
    const pattern = shown.get(key);
    if (!pattern) return [];
    const sum = sumAt(layout, key, sums);
    return [[key, pattern.has(cell) && sum.n > 0 ? sum : null] as const];
  });
  return { codes, n: responses, scores: Object.fromEntries(scores) };
}
