import type { Columns } from './columns.js';
import { TooLarge, type Row } from './rows.js';
import { smallGroupOf, type Wanted } from './small-group.js';
import { Span, type Addition } from './span.js';

/** The columns of a small group, null when there is none to be found, 'unproved' when neither was shown. */
export type Given = readonly number[] | null | 'unproved';

/** What readers hold so far, and what one more cell would give them. */
export class Guard {
  private readonly span = new Span();
  private readonly wanted: Wanted;
  /** What was published earlier could not be reckoned with: nothing can be proved any more. */
  private lost = false;

  constructor({ columns, earlier }: Columns, least: number, changesCount: boolean) {
    this.wanted = { columns, least, changesCount };
    try {
      for (const row of earlier) this.span.add(row);
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      this.lost = true;
    }
  }

  /** Publishes the cell and says what small group readers can now compute that they could not before. */
  publish(cell: Row): { readonly given: Given; readonly addition: Addition | null } {
    if (this.lost) return { given: 'unproved', addition: null };
    let addition: Addition | null = null;
    try {
      addition = this.span.add(cell);
      return { given: addition && smallGroupOf(this.span, addition, this.wanted), addition };
    } catch (error) {
      if (error instanceof TooLarge) return { given: 'unproved', addition };
      throw error;
    }
  }

  /** As if the latest cell had not been published. */
  takeBack(addition: Addition | null): void {
    if (addition) this.span.takeBack(addition);
  }
}
