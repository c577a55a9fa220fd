import fc from 'fast-check';
import { nothing, readMark, snapshotOf, spanTo, type FoldMark, type Span } from './fold-mark.js';

const isIn = ({ next, open }: FoldMark, one: bigint) => one < next && !open.includes(one);
const isWithin = ({ from, to }: Span, one: bigint) => isIn(to, one) && !isIn(from, one);

describe('the mark of folding', () => {
  it.each([
    ['10:10:', { next: 10n, open: [] }],
    ['7:12:7,9', { next: 12n, open: [7n, 9n] }],
  ])('%s is a snapshot', (text, mark) => {
    expect(readMark(text)).toEqual(mark);
    expect(snapshotOf(mark)).toBe(text);
  });

  it.each([[''], ['10'], ["1:2:'; drop table responses"], ['1:2:x']])('refuses %j', (text) => {
    expect(() => readMark(text)).toThrow();
  });

  it('law: spans that follow each other have every transaction once, when it is over, whatever ends when', () => {
    const step = fc.record({ begin: fc.nat({ max: 3 }), end: fc.array(fc.nat({ max: 9 })), cut: fc.option(fc.nat({ max: 9 })) }); // prettier-ignore
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let [next, mark] = [1n, nothing];
        let open: bigint[] = [];
        const folded = new Map<bigint, number>();
        const fold = (cut: number | null) => {
          const now = { next, open };
          const over = Array.from({ length: Number(next) }, (_, at) => BigInt(at)).filter((one) => isIn(now, one) && !isIn(mark, one)); // prettier-ignore
          const span = spanTo(mark, now, cut === null ? null : (over[cut] ?? null));
          for (const one of over) {
            if (isWithin(span, one)) folded.set(one, (folded.get(one) ?? 0) + 1);
          }
          if (over.length > 0) expect(over.some((one) => isWithin(span, one))).toBe(true);
          mark = span.to;
        };
        for (const { begin, end, cut } of steps) {
          for (let at = 0; at < begin; at++) open.push(next++);
          open = open.filter((_, at) => !end.includes(at));
          fold(cut);
        }
        open = [];
        fold(null);
        expect([...folded.values()].every((times) => times === 1)).toBe(true);
        expect(folded.size).toBe(Number(next));
      }),
      { numRuns: 1_000 },
    );
  });
});
