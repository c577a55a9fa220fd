import fc from 'fast-check';
import { placed, readIn, talliesOf, type CopiedRow } from './contribution-copy.js';
import { plusTally, type ExactTally } from './exact-tally.js';

/** Any of a few keys. */
const anyKey = fc.record({
  place: fc.integer({ min: 1, max: 4 }),
  outcome: fc.constantFrom('', 'received', 'رُفض'),
  segment: fc.constantFrom('', '|', 'a_25|f'),
  standing: fc.nat({ max: 2 }),
});

describe('tallies', () => {
  it('law: 10,000 histories of answers, exclusions and restorations in slices are what one count of the end gives', () => {
    const layout = { raised: 6, sums: 3 };
    const contribution = fc.record({
      raised: fc.uniqueArray(fc.nat({ max: layout.raised - 1 }), { maxLength: 4 }),
      scored: fc.array(fc.option(fc.integer({ min: 0, max: 100_000_000 })), { minLength: 3, maxLength: 3 }),
    });
    const act = fc.oneof(
      fc.record({ does: fc.constant('answer' as const), contribution, key: anyKey }),
      fc.record({ does: fc.constant('decide' as const), which: fc.nat({ max: 30 }), to: fc.nat({ max: 2 }) }),
      fc.record({ does: fc.constant('fold' as const), cut: fc.integer({ min: 1, max: 200 }) }),
      fc.record({ does: fc.constant('crash' as const), cut: fc.integer({ min: 1, max: 200 }) }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const stored: CopiedRow[] = [];
        const kept = new Map<string, ExactTally>();
        let folded = 0;
        const add = (name: string, tally: ExactTally, sign: 1 | -1 = 1) => {
          const own = placed(tally, layout.raised);
          const zero = { responses: 0, counts: new Int32Array(layout.raised), sums: own.sums.map(() => 0) };
          const after = plusTally(kept.get(name) ?? zero, own, sign);
          if (after.responses === 0) kept.delete(name);
          else kept.set(name, after);
        };
        const fold = (cut: number) => {
          for (const [name, tally] of talliesOf(readIn(stored.slice(folded), [cut]))) add(name, tally);
          folded = stored.length;
        };
        for (const one of acts) {
          if (one.does === 'answer') stored.push({ ...one.key, ...one.contribution });
          else if (one.does === 'crash') talliesOf(readIn(stored.slice(folded), [one.cut]));
          else if (one.does === 'fold') fold(one.cut);
          else {
            const row = stored[one.which];
            if (!row || row.standing === one.to) continue;
            const after = { ...row, standing: one.to };
            stored[one.which] = after;
            if (one.which >= folded) continue;
            for (const [name, tally] of talliesOf(readIn([row], [64]))) add(name, tally, -1);
            for (const [name, tally] of talliesOf(readIn([after], [64]))) add(name, tally);
          }
        }
        fold(64);
        const anew = [...talliesOf(readIn(stored, [1_000]))].map(([name, tally]) => [name, placed(tally, layout.raised)] as const); // prettier-ignore
        expect(kept).toEqual(new Map(anew));
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);
});
