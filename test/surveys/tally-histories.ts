import fc from 'fast-check';
import { Fold } from '#surveys';
import type { SurveyRooms } from './survey-rooms.js';
import { decide, foldBroken, type Session } from './tallied-answers.js';

/** What happens to responses: three people answer, in transactions of theirs, others decide, and folders fold or are cut off. */
type Act =
  | {
      readonly does: 'answer';
      readonly by: number;
      readonly count: number;
      readonly standing: number;
      readonly satisfied: string;
    }
  | { readonly does: 'begin'; readonly by: number }
  | { readonly does: 'end'; readonly by: number; readonly how: 'commit' | 'rollback' }
  | { readonly does: 'decide'; readonly which: number; readonly to: number }
  | { readonly does: 'fold' | 'cut'; readonly most: number };

const by = fc.nat({ max: 2 });
const most = fc.integer({ min: 1, max: 6 });
const act: fc.Arbitrary<Act> = fc.oneof(
  { arbitrary: fc.record({ does: fc.constant('answer' as const), by, count: fc.integer({ min: 1, max: 3 }), standing: fc.nat({ max: 1 }), satisfied: fc.constantFrom('happy', 'unhappy', 'neither') }), weight: 5 },
  { arbitrary: fc.record({ does: fc.constant('end' as const), how: fc.constantFrom('commit' as const, 'rollback' as const), by }), weight: 3 },
  { arbitrary: fc.record({ does: fc.constant('begin' as const), by }), weight: 3 },
  { arbitrary: fc.record({ does: fc.constant('decide' as const), which: fc.nat({ max: 25 }), to: fc.nat({ max: 2 }) }), weight: 3 },
  { arbitrary: fc.record({ does: fc.constant('fold' as const), most }), weight: 3 },
  { arbitrary: fc.record({ does: fc.constant('cut' as const), most }), weight: 2 },
); // prettier-ignore

/** Any history, of a few acts. */
export const histories = fc.array(act, { minLength: 5, maxLength: 14 });

/** Lives through histories, one after the other, and knows what was written in them. */
export class Historian {
  /** Acts lived through, and decisions that moved a response already folded. */
  readonly lived = { acts: 0, moved: 0 };
  /** By all histories: what is long folded is decided about too. `by`: whose transaction is still open; -1: it was rolled back. */
  private readonly written: { readonly id: string; by: number | null }[] = [];
  private readonly open = [false, false, false];

  constructor(
    private readonly rooms: SurveyRooms,
    private readonly people: readonly Session[],
    private readonly places: readonly number[],
  ) {}

  /** Lives through one. What is still open at its end is committed. */
  async live(history: readonly Act[]): Promise<void> {
    for (const one of history) {
      await this.act(one);
      this.lived.acts += 1;
    }
    for (const by of this.people.keys()) await this.end(by, 'commit');
  }

  private async act(one: Act): Promise<void> {
    if (one.does === 'answer') {
      const { by, count, standing, satisfied } = one;
      const answers = { overall: { value: satisfied } };
      const ids = await this.people[by]!.answer(this.places[(by + count) % 3]!, count, { standing, answers });
      this.written.push(...ids.map((id) => ({ id, by: this.open[by] ? by : null })));
    } else if (one.does === 'begin') {
      if (!this.open[one.by]) await this.people[one.by]!.run('begin');
      this.open[one.by] = true;
    } else if (one.does === 'end') await this.end(one.by, one.how);
    else if (one.does === 'decide') {
      const response = this.written.at(-1 - one.which);
      if (response?.by === null && (await decide(this.rooms, response.id, one.to))) this.lived.moved += 1;
    } else if (one.does === 'fold') await this.rooms.get(Fold).fold(one.most);
    else expect(await foldBroken(this.rooms, one.most)).toMatch(/broken|^nothing to fold$/);
  }

  private async end(by: number, how: 'commit' | 'rollback'): Promise<void> {
    if (!this.open[by]) return;
    await this.people[by]!.run(how);
    this.open[by] = false;
    for (const one of this.written) if (one.by === by) one.by = how === 'commit' ? null : -1;
  }
}
