import fc from 'fast-check';
import { Lane } from './lane.js';

describe('a lane', () => {
  it('lets as many run at once as it is wide and no more, in their order, whatever fails', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.boolean(), { maxLength: 30 }),
        async (width, fails) => {
          const lane = new Lane(width);
          const begun: number[] = [];
          let [running, most] = [0, 0];
          const ends = await Promise.allSettled(
            fails.map((isFailing, index) =>
              lane.run(async () => {
                begun.push(index);
                most = Math.max(most, (running += 1));
                for (let turns = 0; turns <= index % 4; turns += 1) await Promise.resolve();
                running -= 1;
                if (isFailing) throw new Error('fails');
              }),
            ),
          );
          expect(ends.map(({ status }) => status === 'rejected')).toEqual(fails);
          expect(begun).toEqual(fails.map((_, index) => index));
          expect(most).toBe(Math.min(width, fails.length));
        },
      ),
    ));
});
