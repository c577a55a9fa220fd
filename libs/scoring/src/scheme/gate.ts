import { z } from 'zod';
import { Code, Wording } from '#contract';

const Star = z.int().min(1).max(7);

/** What a gate does to the star when it fires. A cap never raises. */
const Effect = z.union([
  z.strictObject({ cap: Star }).describe('No more than this star.'),
  z.strictObject({ unrated: z.literal(true) }).describe('No star at all.'),
  z.strictObject({ provisional: z.literal(true) }).describe('The star stands, but is provisional.'),
]);

const common = {
  code: Code,
  title: Wording,
  channels: z.array(Code).min(1).exactOptional().describe('Only for these channel types.'),
};

/** A rule that caps the star, takes it away or marks it provisional. */
export const Gate = z.discriminatedUnion('when', [
  z.strictObject({
    when: z.literal('pillarBelow'),
    ...common,
    pillar: Code,
    below: z.number().min(0).max(100),
    then: Effect,
  }),
  z.strictObject({
    when: z.literal('componentBelow'),
    ...common,
    component: Code,
    below: z.number().min(0).max(100),
    then: Effect,
  }),
  z.strictObject({
    when: z.literal('criterionFailed'),
    ...common,
    criterion: Code,
    below: z.number().min(0).max(100).describe('Failed: it scores below this.'),
    then: Effect,
  }),
  z.strictObject({
    when: z.literal('channelGap'),
    ...common,
    above: z.number().min(0).max(100).describe('In points, between the best and the worst channel of an agency.'),
    then: Effect,
  }),
  z.strictObject({
    when: z.literal('openViolation'),
    ...common,
    kinds: z.array(Code).min(1).exactOptional().describe('Absent: any kind.'),
    component: Code.exactOptional().describe('Caps the star of this component, before the steps; absent: the whole.'),
    then: Effect,
  }),
  z
    .strictObject({ when: z.literal('boundedUpgrade'), ...common, component: Code, at: Star, by: z.int().min(0) })
    .describe('While this component has the star `at`, the whole may stand no more than `by` above it.'),
]);
export type Gate = z.infer<typeof Gate>;
export type GateEffect = z.infer<typeof Effect>;
