import type { Column } from './columns.js';
import { combined, divisorOf, exact, type Row } from './rows.js';
import type { Addition, Span } from './span.js';

/** What the search is for: fewer people than `least`, of a kind that must not be known. */
export interface Wanted {
  readonly columns: readonly Column[];
  readonly least: number;
  /** Whether people who only came or left count as a group; see `EarlierRelease.answers`. */
  readonly changesCount: boolean;
}

/** How many numbers of basis rows one search may look at before it gives up: some hundredths of a second. */
export const searchLimit = 300_000;

/**
 * The columns of a group of fewer than `least` people that became computable with the latest addition; null: there is none;
 * 'unproved': the search was given up.
 *
 * A group is a vector of the span with 1 for everybody in it and 0 for everybody else; people who came or left since an earlier
 * release may also count −1. The search is complete: a vector of the span is a sum of basis rows, fixed by its numbers at their
 * leads; only rows whose lead has few enough people can be in it; and one that is new has a basis row in it that is. It branches on
 * a column that must change or be paid for, and drops branches that cost too many people at best. Rows that touch nothing of the
 * sum so far are not tried: what they would add is a group by itself.
 * @throws TooLarge
 */
export function smallGroupOf(span: Span, latest: Addition, wanted: Wanted): readonly number[] | null | 'unproved' {
  const search = new Search(span, wanted);
  const peopleIn = (lead: number) => wanted.columns[lead]?.count ?? 0;
  if (peopleIn(latest.lead) >= wanted.least) return null; // no row of small leads has changed: columns with most people come first
  for (const lead of [latest.lead, ...latest.before.keys()]) {
    if (peopleIn(lead) >= wanted.least) continue;
    const found = search.withBasisRow(lead);
    if (found) return found;
  }
  return search.gaveUp ? 'unproved' : null;
}

/** Some basis rows added up: `sum` / `scale`. */
interface Partial {
  readonly sum: Row;
  readonly scale: number;
  readonly chosen: readonly number[];
  /** People in the columns of the leads. */
  readonly spent: number;
}

/** A column that is not 0 and that some row could still change. */
interface Open {
  readonly column: number;
  readonly fits: boolean;
  readonly leads: readonly number[];
}

class Search {
  gaveUp = false;
  private looks = 0;
  private readonly excluded = new Set<number>();

  constructor(
    private readonly span: Span,
    private readonly wanted: Wanted,
  ) {}

  /** Among all sums with the row of this lead, and of no lead asked about before. */
  withBasisRow(lead: number): readonly number[] | null {
    const row = this.span.rowAt(lead) ?? new Map<number, number>();
    const start = { scale: row.get(lead) ?? 1, chosen: [lead], spent: this.peopleIn(lead) };
    let found: readonly number[] | null = null;
    for (const sign of signsOf(this.wanted.columns[lead])) found ??= this.from({ ...start, sum: signed(row, sign) });
    this.excluded.add(lead);
    return found;
  }

  private from(partial: Partial): readonly number[] | null {
    if (this.looks > searchLimit) this.gaveUp = true;
    if (this.gaveUp) return null;
    const looked = this.lookAt(partial);
    if (looked === null) return null;
    const { open, left } = looked;
    const asItIs = open.reduce((people, { column }) => people + this.peopleIn(column), 0);
    if (open.every(({ fits }) => fits) && asItIs <= left && this.counts(partial)) return [...partial.sum.keys()];
    if (open.length === 0 || this.costOf(open) > left + 1e-9) return null;
    return this.branch(
      partial,
      open.reduce((a, b) => (isHarder(b, a) ? b : a)),
    );
  }

  /** What is open, and how many people may still be spent; null when what no row can change is too much already. */
  private lookAt({ sum, scale, chosen, spent }: Partial): { open: readonly Open[]; left: number } | null {
    let left = this.wanted.least - 1 - spent;
    for (;;) {
      const open: Open[] = [];
      let fixed = 0;
      for (const [column, value] of sum) {
        this.looks += 1 + this.span.leadsIn(column).size;
        if (chosen.includes(column)) continue;
        const fits = this.fits(column, value / scale);
        const leads = this.leadsToChange(column, left, chosen);
        if (leads.length > 0) open.push({ column, fits, leads });
        else if (!fits) return null;
        else fixed += this.peopleIn(column);
        if (fixed > this.wanted.least - 1 - spent) return null;
      }
      const now = this.wanted.least - 1 - spent - fixed;
      if (now === left) return { open, left };
      left = now;
    }
  }

  private branch(partial: Partial, { leads }: Open): readonly number[] | null {
    const shut: number[] = [];
    let found: readonly number[] | null = null;
    for (const lead of leads) {
      for (const sign of signsOf(this.wanted.columns[lead])) found ??= this.from(this.withRow(partial, lead, sign));
      if (found) break;
      this.excluded.add(lead);
      shut.push(lead);
    }
    found ??= this.from(partial);
    for (const lead of shut) this.excluded.delete(lead);
    return found;
  }

  private withRow({ sum, scale, chosen, spent }: Partial, lead: number, sign: number): Partial {
    const row = this.span.rowAt(lead) ?? new Map<number, number>();
    this.looks += sum.size + row.size;
    const own = row.get(lead) ?? 1;
    const shared = divisorOf(scale, own);
    const next = combined(sum, own / shared, row, (sign * scale) / shared);
    return {
      sum: next,
      scale: exact((scale / shared) * own),
      chosen: [...chosen, lead],
      spent: spent + this.peopleIn(lead),
    };
  }

  /** At least so many people: each column is paid for as it is, or shares the cheapest row that could change it. */
  private costOf(open: readonly Open[]): number {
    const touched = new Map<number, number>();
    for (const { leads } of open) for (const lead of leads) touched.set(lead, (touched.get(lead) ?? 0) + 1);
    return open.reduce((cost, { column, fits, leads }) => {
      const change = Math.min(...leads.map((lead) => this.peopleIn(lead) / (touched.get(lead) ?? 1)));
      return cost + (fits ? Math.min(change, this.peopleIn(column)) : change);
    }, 0);
  }

  private leadsToChange(column: number, left: number, chosen: readonly number[]): readonly number[] {
    return [...this.span.leadsIn(column)].filter(
      (lead) => this.peopleIn(lead) <= left && !this.excluded.has(lead) && !chosen.includes(lead),
    );
  }

  private fits(column: number, value: number): boolean {
    return value === 1 || (value === -1 && this.wanted.columns[column]?.stayed === false);
  }

  private counts({ sum }: Partial): boolean {
    return this.wanted.changesCount || [...sum.keys()].some((column) => this.wanted.columns[column]?.stayed);
  }

  private peopleIn(column: number): number {
    return this.wanted.columns[column]?.count ?? 0;
  }
}

const signsOf = (column: Column | undefined): readonly number[] => (column?.stayed === false ? [1, -1] : [1]);

const signed = (row: Row, sign: number): Row =>
  sign === 1 ? row : new Map([...row].map(([column, value]) => [column, -value]));

function isHarder(a: Open, b: Open): boolean {
  if (a.fits !== b.fits) return !a.fits;
  return a.leads.length < b.leads.length;
}
