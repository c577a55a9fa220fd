import { z } from 'zod';
import { Code, Wording } from '#contract';

/** What can be chosen: its code is what answers hold. */
export const Option = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_]{0,63}$/)
    .describe('What an answer holds when this is chosen; stable across versions.'),
  text: Wording,
  points: z
    .number()
    .min(0)
    .max(1_000)
    .exactOptional()
    .describe('Points this earns. On a scale the default is its position from the worst: 0, 1, 2 …'),
});
export type Option = z.infer<typeof Option>;

/** A labelled scale that items share, from the worst option to the best. */
export const Scale = z.strictObject({
  code: Code,
  kind: z
    .enum(['labelled', 'agreement', 'smiley', 'star', 'nps', 'maturity'])
    .describe('How it is drawn; `nps` has the eleven options 0 to 10.'),
  options: z.array(Option).min(2).max(21).describe('From the worst to the best.'),
});
export type Scale = z.infer<typeof Scale>;
