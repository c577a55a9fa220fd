import fc from 'fast-check';
import { keyOf, membersOf, ancestryIn } from './membership.js';
import {
  cellsOf,
  smallGroupIn,
  suppress,
  type BasicCell,
  type CellCodes,
  type CellDimension,
  type EarlierRelease,
} from './index.js';

/**
 * Proof note B5: attackers who know nothing of how the room works try to solve for a group of fewer than ten. They find none after
 * `suppress`, and many when only cells that are too few themselves are withheld.
 */
const least = 10;

/** Sums are tried of so many cells as can be in good time; elimination knows no such limit. */
const sumsOf = 8;

/** A published cell as the attacker writes it: 1 for each kind of people it counts. */
type Equation = readonly number[];

/** Brute force: all sums and differences of published cells, each added, subtracted or left out. */
function solvedBySums(equations: readonly Equation[], people: readonly number[]): boolean {
  const sum = people.map(() => 0);
  const from = (next: number): boolean => {
    const equation = equations[next];
    if (!equation) return isSmallGroup(sum, people);
    const add = (times: number) => equation.forEach((value, kind) => (sum[kind]! += times * value));
    if (from(next + 1)) return true;
    add(1);
    if (from(next + 1)) return true;
    add(-2);
    if (from(next + 1)) return true;
    add(1);
    return false;
  };
  return from(0);
}

function isSmallGroup(group: readonly number[], people: readonly number[]): boolean {
  let inside = 0;
  for (const [kind, value] of group.entries()) {
    if (value !== 0 && value !== 1) return false;
    inside += value * people[kind]!;
  }
  return inside > 0 && inside < least;
}

/** Linear algebra: whether a vector is a sum of multiples of the published cells. */
function spannedBy(equations: readonly Equation[]): (vector: readonly number[]) => boolean {
  const prime = 1_000_003;
  const basis: { readonly lead: number; readonly row: readonly number[] }[] = [];
  const reduce = (vector: readonly number[]) => {
    const rest = vector.map((value) => (value + prime) % prime);
    for (const { lead, row } of basis) {
      const times = prime - rest[lead]!;
      if (times === prime) continue;
      for (let kind = 0; kind < row.length; kind++) rest[kind] = (rest[kind]! + times * row[kind]!) % prime;
    }
    return rest;
  };
  for (const equation of equations) {
    const rest = reduce(equation);
    const lead = rest.findIndex((value) => value !== 0);
    if (lead < 0) continue;
    const times = inverse(rest[lead]!, prime);
    basis.push({ lead, row: rest.map((value) => (value * times) % prime) });
  }
  return (vector) => reduce(vector).every((value) => value === 0);
}

function solvedByElimination(equations: readonly Equation[], targets: Iterable<readonly number[]>): boolean {
  const isSpanned = spannedBy(equations);
  for (const target of targets) if (isSpanned(target)) return true;
  return false;
}

function inverse(value: number, prime: number): number {
  let [power, result] = [value, 1];
  for (let left = prime - 2; left > 0; left = Math.floor(left / 2)) {
    if (left % 2) result = (result * power) % prime;
    power = (power * power) % prime;
  }
  return result;
}

/** Every group of fewer than ten that is made of whole kinds of people; of some kinds also counted against the others. */
function* smallGroups(people: readonly number[], against?: readonly boolean[]): Generator<readonly number[]> {
  const group = people.map(() => 0);
  function* from(kind: number, left: number): Generator<readonly number[]> {
    if (kind === people.length) {
      if (group.some((value) => value !== 0)) yield group;
      return;
    }
    yield* from(kind + 1, left);
    if (people[kind]! > left) return;
    for (const value of against?.[kind] ? [1, -1] : [1]) {
      group[kind] = value;
      yield* from(kind + 1, left - people[kind]!);
    }
    group[kind] = 0;
  }
  yield* from(0, least - 1);
}

interface Table {
  readonly dimensions: readonly CellDimension[];
  readonly basic: readonly BasicCell[];
  readonly cells: readonly CellCodes[];
}

const tree: CellDimension = { name: 'unit', parents: { a1: 'a', a2: 'a', b1: 'b', b2: 'b', b3: 'b' } };
const flat = (name: string): CellDimension => ({ name });
const kindsOf = (dimensions: Readonly<Record<string, readonly string[]>>): readonly CellCodes[] =>
  Object.entries(dimensions).reduce<readonly CellCodes[]>(
    (kinds, [dimension, codes]) => kinds.flatMap((kind) => codes.map((code) => ({ ...kind, [dimension]: code }))),
    [{}],
  );

const shapes = [
  {
    dimensions: [tree],
    kinds: kindsOf({ unit: ['a', 'a1', 'a2', 'b1', 'b2', 'b3', 'c'] }),
    breakdowns: [[], ['unit']],
  },
  {
    dimensions: [tree, flat('gender')],
    kinds: kindsOf({ unit: ['a1', 'a2', 'b1', 'b2'], gender: ['f', 'm'] }),
    breakdowns: [[], ['unit'], ['gender'], ['unit', 'gender']],
  },
  {
    dimensions: [flat('gender'), flat('age')],
    kinds: [...kindsOf({ gender: ['f', 'm'], age: ['1', '2', '3', '4'] }), { gender: 'f' }],
    breakdowns: [[], ['gender'], ['age'], ['gender', 'age']],
  },
  {
    dimensions: [flat('unit'), flat('gender'), flat('age')],
    kinds: kindsOf({ unit: ['1', '2'], gender: ['f', 'm'], age: ['1', '2'] }),
    breakdowns: [[], ['unit'], ['gender'], ['age'], ['unit', 'gender'], ['unit', 'age'], ['gender', 'age']],
  },
] as const;

const count = fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 12 }), fc.nat({ max: 40 }));

/** Small trees and crossings, released with some or all of their margins. */
const tables: fc.Arbitrary<Table> = fc.constantFrom(...shapes).chain(({ dimensions, kinds, breakdowns }) =>
  fc
    .tuple(
      fc.array(count, { minLength: kinds.length, maxLength: kinds.length }),
      fc.subarray<readonly string[]>([...breakdowns], { minLength: 2 }),
    )
    .map(([counts, chosen]) => {
      const basic = kinds.map((codes, kind) => ({ codes, count: counts[kind]! }));
      return { dimensions, basic, cells: cellsOf(dimensions, basic, chosen) };
    }),
);

/** The attackers' equations over the people there are. */
function equationsOf({ dimensions, basic }: Table, published: readonly CellCodes[]): readonly Equation[] {
  const there = basic.filter((cell) => cell.count > 0).map(({ codes }) => codes);
  const members = membersOf(published, there, ancestryIn(dimensions));
  return members.map((places) => there.map((_, kind) => (places.includes(kind) ? 1 : 0)));
}

const peopleOf = ({ basic }: Table) => basic.map((cell) => cell.count).filter((people) => people > 0);

const publishedOf = (table: Table, earlier?: EarlierRelease): readonly CellCodes[] =>
  suppress({ ...table, least, ...(earlier && { earlier }) })
    .cells.filter(({ withheld }) => withheld === null)
    .map(({ codes }) => codes);

/** What naive suppression publishes: every cell that is not too few itself. */
const largeOf = (table: Table): readonly CellCodes[] =>
  suppress({ ...table, least })
    .cells.filter(({ withheld }) => withheld !== 'tooFew')
    .map(({ codes }) => codes);

function isSolved(table: Table, published: readonly CellCodes[]): boolean {
  const [equations, people] = [equationsOf(table, published), peopleOf(table)];
  if (equations.length <= sumsOf && solvedBySums(equations, people)) return true;
  return solvedByElimination(equations, smallGroups(people));
}

describe('attackers on 1,000 random tables', () => {
  const drawn = fc.sample(tables, { numRuns: 1000, seed: 20_261_122 });

  it('find nothing in what is published, nor does the room’s own', () => {
    for (const table of drawn) {
      const published = publishedOf(table);
      expect(isSolved(table, published)).toBe(false);
      expect(smallGroupIn({ ...table, least }, published)).toBeNull();
    }
  });

  it('solve many of those that only withhold what is too few; the room’s own solves the same ones', () => {
    let [solved, bySums] = [0, 0];
    for (const table of drawn) {
      const published = largeOf(table);
      const found = isSolved(table, published);
      expect(smallGroupIn({ ...table, least }, published) !== null).toBe(found);
      if (found) solved++;
      const equations = equationsOf(table, published);
      if (equations.length <= sumsOf && solvedBySums(equations, peopleOf(table))) bySums++;
    }
    expect(solved).toBeGreaterThan(600);
    expect(bySums).toBeGreaterThan(200);
  });

  it('leave little to publish: a cell that protects others would be solved with, but for few whose counts lines force', () => {
    let [protecting, needless] = [0, 0];
    for (const table of drawn.slice(0, 300)) {
      const published = publishedOf(table);
      for (const { codes, withheld } of suppress({ ...table, least }).cells) {
        if (withheld !== 'protectsOthers') continue;
        protecting++;
        if (!isSolved(table, [...published, codes])) needless++;
      }
    }
    expect(protecting).toBeGreaterThan(200);
    expect(needless / protecting).toBeLessThan(0.02);
  });

  it('law: the order of what is asked changes nothing', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const keys = (of: Table) => publishedOf(of).map(keyOf).sort();
        const turned = { ...table, basic: table.basic.toReversed(), cells: table.cells.toReversed() };
        expect(keys(turned)).toEqual(keys(table));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the room’s own attacker', () => {
  /** Any sets of kinds of people, not only those that tables have: each a dimension of its own. */
  const systems = fc.integer({ min: 6, max: 13 }).chain((kinds) =>
    fc.record({
      people: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: kinds, maxLength: kinds }),
      sets: fc.array(fc.array(fc.boolean(), { minLength: kinds, maxLength: kinds }), { minLength: 3, maxLength: 9 }),
    }),
  );

  it('solves a system of any sets exactly when linear algebra does', () => {
    let [solved, safe] = [0, 0];
    for (const { people, sets } of fc.sample(systems, { numRuns: 800, seed: 20_261_122 })) {
      const dimensions = sets.map((_, set) => flat(`${set}`));
      const inSets = (kind: number) => sets.flatMap((members, set) => (members[kind] ? [[`${set}`, 'in']] : []));
      const basic = people.map((count, kind) => ({
        codes: { kind: `${kind}`, ...(Object.fromEntries(inSets(kind)) as CellCodes) },
        count,
      }));
      const cells = sets.map((_, set) => ({ [`${set}`]: 'in' }));
      const equations = sets.map((members) => members.map(Number));
      const found = solvedByElimination(equations, smallGroups(people));
      const own = smallGroupIn({ dimensions: [...dimensions, flat('kind')], basic, least }, cells);
      expect(own !== null).toBe(found);
      if (own && own !== 'unproved') expect(own.people).toBeLessThan(least);
      if (found) solved++;
      else safe++;
    }
    expect(Math.min(solved, safe)).toBeGreaterThan(150);
  });
});

/** Of each kind of people: in both releases, only now, only then. */
interface Moved {
  readonly stayed: number;
  readonly came: number;
  readonly left: number;
}

const small = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 3 }), fc.nat({ max: 15 }));
const moved: fc.Arbitrary<Moved> = fc.record({ stayed: count, came: small, left: small });
const twice = fc.tuple(
  fc.array(moved, { minLength: 3, maxLength: 4 }),
  fc.constantFrom<readonly (readonly string[])[]>([[], ['unit']], [['unit']], [[], ['unit'], ['gender']]),
);

function releasesOf([kinds, breakdowns]: readonly [readonly Moved[], readonly (readonly string[])[]]) {
  const codes = kindsOf({ unit: ['1', '2'], gender: ['f', 'm'] });
  const dimensions = [flat('unit'), flat('gender')];
  const basicOf = (countOf: (of: Moved) => number) =>
    kinds.map((of, kind) => ({ codes: codes[kind]!, count: countOf(of) }));
  const [now, then] = [basicOf((of) => of.stayed + of.came), basicOf((of) => of.stayed + of.left)];
  const tableOf = (basic: readonly BasicCell[]) => ({
    dimensions,
    basic,
    cells: cellsOf(dimensions, basic, breakdowns),
  });
  const matched = then.map((cell, kind) => ({ ...cell, stayed: kinds[kind]!.stayed }));
  return { kinds, now: tableOf(now), then: tableOf(then), matched };
}

/** Both releases over the people who stayed, came and left. */
function bothEquations({ kinds, now, then }: ReturnType<typeof releasesOf>, shown: Shown): readonly Equation[] {
  const cellsOver = (published: readonly CellCodes[], table: Table, of: readonly [number, number, number]) =>
    membersOf(published, table.basic.map(({ codes }) => codes), ancestryIn(table.dimensions)).map((places) =>
      kinds.flatMap((_, kind) => of.map((value) => (places.includes(kind) ? value : 0))),
    ); // prettier-ignore
  const equations = [...cellsOver(shown.now, now, [1, 1, 0]), ...cellsOver(shown.then, then, [1, 0, 1])];
  const there = kinds.flatMap(({ stayed, came, left }) => [stayed, came, left].map((people) => people > 0));
  return equations.map((equation) => equation.filter((_, place) => there[place]));
}

interface Shown {
  readonly now: readonly CellCodes[];
  readonly then: readonly CellCodes[];
}

/**
 * Whether a group of fewer than ten is solved from both releases, who came or left perhaps against who stayed: of those who stayed
 * at least in part, unless all count. Not what the earlier one gave away by itself.
 */
function isSolvedFromBoth(releases: ReturnType<typeof releasesOf>, shown: Shown, answers: 'kept' | 'new'): boolean {
  const parts = releases.kinds.flatMap(({ stayed, came, left }) => [
    { people: stayed, stays: true },
    { people: came, stays: false },
    { people: left, stays: false },
  ]);
  const there = parts.filter(({ people }) => people > 0);
  const outAlready = spannedBy(bothEquations(releases, { now: [], then: shown.then }));
  const isSpanned = spannedBy(bothEquations(releases, shown));
  /** Nothing new: people who came or left, who are no secret of a later cycle, beside a group that was out already. */
  const isNothingNew = (group: readonly number[]) =>
    subsetsOf(group.flatMap((value, at) => (value && !there[at]!.stays ? [at] : []))).some((changed) => {
      const moved = group.map((value, at) => (changed.includes(at) ? value : 0));
      return isSpanned(moved) && outAlready(group.map((value, at) => value - moved[at]!));
    });
  function* wanted(): Generator<readonly number[]> {
    const groups = smallGroups(
      there.map(({ people }) => people),
      there.map(({ stays }) => !stays),
    );
    for (const group of groups) {
      if (!isSpanned(group) || outAlready(group)) continue;
      if (answers === 'kept') yield group;
      else if (group.some((value, at) => value && there[at]!.stays) && !isNothingNew(group)) yield group;
    }
  }
  return !wanted().next().done;
}

const subsetsOf = (places: readonly number[]): readonly (readonly number[])[] =>
  places.reduce<readonly (readonly number[])[]>(
    (sets, place) => [...sets, ...sets.map((set) => [...set, place])],
    [[]],
  );

describe('attackers on 250 pairs of releases', () => {
  const drawn = fc.sample(twice, { numRuns: 250, seed: 20_261_122 }).map(releasesOf);

  it.each(['kept', 'new'] as const)('find nothing in both together, answers %s', (answers) => {
    for (const releases of drawn) {
      const then = publishedOf(releases.then);
      const earlier = { basic: releases.matched, published: then, answers };
      const now = publishedOf(releases.now, earlier);
      expect(isSolvedFromBoth(releases, { now, then }, answers)).toBe(false);
      expect(isSolved(releases.now, now)).toBe(false);
      expect(smallGroupIn({ ...releases.now, least, earlier }, now)).toBeNull();
    }
  });

  it.each([
    ['kept', 60],
    ['new', 5],
  ] as const)('solve many when each release is suppressed for itself, answers %s', (answers, atLeast) => {
    const solved = drawn.filter((releases) => {
      const shown = { now: publishedOf(releases.now), then: publishedOf(releases.then) };
      const earlier = { basic: releases.matched, published: shown.then, answers };
      const found = isSolvedFromBoth(releases, shown, answers);
      expect(smallGroupIn({ ...releases.now, least, earlier }, shown.now) !== null).toBe(found);
      return found;
    });
    expect(solved.length).toBeGreaterThan(atLeast);
  });
});
