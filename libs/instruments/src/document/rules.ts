import { z } from 'zod';
import { Code, Wording } from '#contract';

/** A condition in the expression language (CEL), over the codes of items. */
export const Expression = z
  .string()
  .trim()
  .min(1)
  .max(1_000)
  .describe('A CEL expression over item codes, such as: queue == "yes" && wait_minutes > 15.0');

/** What an answer asks for beside it. `on` holds option codes, or `notApplicable`. */
export const Asked = z.strictObject({
  rule: z.enum(['optional', 'required']),
  on: z
    .array(z.string())
    .min(1)
    .exactOptional()
    .describe('Only on these answers; absent: on every answer, though not on `notApplicable`.'),
});
export type Asked = z.infer<typeof Asked>;

/** What else a failed item does to the result. */
export const Critical = z.strictObject({
  on: z.array(z.string()).min(1).describe('The answers that trigger it: option codes.'),
  effect: z.enum(['flag', 'capSection', 'zeroSection', 'capVisit', 'voidVisit']),
  cap: z.number().min(0).max(100).exactOptional().describe('The highest score left, for capSection and capVisit.'),
});
export type Critical = z.infer<typeof Critical>;

/** Whether "does not apply" may be said, and why. */
export const NotApplicable = z.strictObject({
  reasons: z.array(z.strictObject({ code: Code, text: Wording })).min(1),
});
export type NotApplicable = z.infer<typeof NotApplicable>;

/** What "does not apply" does to the score; see `score`. */
export const NotApplicablePolicy = z.enum(['exclude', 'zero', 'fail', 'notAllowed']);
export type NotApplicablePolicy = z.infer<typeof NotApplicablePolicy>;

/** Something that must hold of an answer, and what to say when it does not. */
export const Constraint = z.strictObject({ holds: Expression, message: Wording });
export type Constraint = z.infer<typeof Constraint>;

/** Points for a measured value: of the ranges [from, to), the first that holds it; none: 0 points. */
export const PointsRange = z.strictObject({
  from: z.number().exactOptional(),
  to: z.number().exactOptional(),
  points: z.number().min(0).max(1_000),
});
export type PointsRange = z.infer<typeof PointsRange>;
