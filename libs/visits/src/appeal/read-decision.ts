import { z } from 'zod';
import { Problem } from '#contract';
import { firstFaults, shapeFaults } from '#documents';

const reason = z.string().trim().min(1).max(4_000);
/** The new answer of the item, whole: value or "does not apply", comment, photos. The instrument checks it. */
const answer = z.looseObject({});

/** What becomes of an appeal, and why. */
export const AppealDecision = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('upheld'), reason }),
  z.strictObject({ decision: z.literal('amended'), reason, answer }),
  z.strictObject({ decision: z.literal('voided'), reason }),
]);
export type AppealDecision = z.infer<typeof AppealDecision>;

/** What would become of it: the effect is shown before. */
export const ProposedDecision = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('amended'), answer }),
  z.strictObject({ decision: z.literal('voided') }),
]);
export type ProposedDecision = z.infer<typeof ProposedDecision>;

/** @throws Problem `request.invalid` with every fault */
export function readAs<T>(schema: z.ZodType<T>, document: unknown): T {
  const { success, data, error } = schema.safeParse(document, { reportInput: true });
  if (!success) throw new Problem('request.invalid', { faults: firstFaults(shapeFaults(error.issues)) });
  return data;
}
