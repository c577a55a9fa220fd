import { z } from 'zod';
import { Code } from '#contract';

/** Far beyond anything measured, and far from where numbers lose their sense. */
const goalpost = z.number().min(-1e12).max(1e12);

const minimum = z
  .int()
  .min(0)
  .default(0)
  .describe('How many answers or visits it needs; with fewer the result is provisional.');

/** Where the value of a criterion or a component comes from. */
export const Feed = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('grading') }).describe('An assessor grades it by a level of the scheme.'),
  z
    .strictObject({ by: z.literal('items'), instrument: Code, items: z.array(Code).min(1).max(500), minimum })
    .describe('The mean score, 0 to 100, of these items over all filled instruments of the unit.'),
  z
    .strictObject({
      by: z.literal('instrument'),
      instrument: Code,
      alternatives: z
        .array(Code)
        .min(1)
        .max(20)
        .exactOptional()
        .describe('Forms that stand for it at other channel types; what was filled of any of them counts.'),
      dimension: Code.exactOptional(),
      minimum,
    })
    .describe('The mean overall score of the filled instruments, or that of one dimension.'),
  z
    .strictObject({ by: z.literal('study'), study: z.string(), measure: z.string().exactOptional(), minimum })
    .describe('A figure of a study, 0 to 100: its headline, or one of its measures.'),
  z
    .strictObject({ by: z.literal('indicator'), indicator: Code, worst: goalpost, best: goalpost })
    .describe('A measured figure between fixed goalposts: worst is 0, best is 100; either may be the greater.'),
]);
export type Feed = z.infer<typeof Feed>;
