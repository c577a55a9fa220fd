import { z } from 'zod';
import { Code, Wording } from '#contract';
import { Feed } from './feed.js';
import { Gate } from './gate.js';

const weight = z.number().positive().max(1_000).describe('Only its proportion to its siblings matters.');
const channels = z.array(Code).min(1).exactOptional().describe('Only for these channel types; absent: for all.');

/** What is judged: the leaf of the tree. */
export const SchemeCriterion = z.strictObject({
  code: Code,
  title: Wording,
  guidance: Wording.exactOptional().describe('What an assessor looks for.'),
  weight,
  channels,
  feed: Feed,
  evidence: z
    .enum(['none', 'optional', 'required'])
    .default('none')
    .describe('required: a grading without an evidence file counts as the lowest level.'),
});
export type SchemeCriterion = z.infer<typeof SchemeCriterion>;

export const SchemeElement = z.strictObject({
  code: Code,
  title: Wording,
  weight,
  channels,
  criteria: z.array(SchemeCriterion).min(1).max(500),
});
export type SchemeElement = z.infer<typeof SchemeElement>;

export const SchemePillar = z.strictObject({
  code: Code,
  title: Wording,
  weight,
  channels,
  elements: z.array(SchemeElement).min(1).max(100),
});
export type SchemePillar = z.infer<typeof SchemePillar>;

/** A maturity level by which assessors grade. */
export const GradingLevel = z.strictObject({ code: Code, title: Wording, score: z.number().min(0).max(100) });
export type GradingLevel = z.infer<typeof GradingLevel>;

/** The scores of one star: from this score to where the next begins. */
export const Band = z.strictObject({ star: z.int().min(1).max(7), from: z.number().min(0).max(100) });
export type Band = z.infer<typeof Band>;

/** What adds up to the whole: the tree of pillars, or a figure measured elsewhere. */
export const SchemeComponent = z.strictObject({
  code: Code,
  title: Wording,
  weight,
  of: z.union([z.literal('pillars'), Feed]),
  bands: z.array(Band).min(1).max(7).exactOptional().describe('Its own star, where stars go by steps.'),
});
export type SchemeComponent = z.infer<typeof SchemeComponent>;

/** How the score becomes a star. */
export const StarRule = z.discriminatedUnion('by', [
  z
    .strictObject({ by: z.literal('bands'), bands: z.array(Band).min(1).max(7) })
    .describe('The highest band whose score is reached; below the lowest: not rated.'),
  z
    .strictObject({
      by: z.literal('steps'),
      base: Code,
      lowest: z.int().min(1).max(7),
      highest: z.int().min(1).max(7),
      steps: z
        .array(z.strictObject({ component: Code, upAt: z.int().min(1).max(7), downAt: z.int().min(1).max(7) }))
        .min(1)
        .max(10),
    })
    .describe(
      'Begins with the star of one component; others raise it by one at `upAt` and above, and lower it by one at ' +
        '`downAt` and below, in this order, kept between lowest and highest after each.',
    ),
]);
export type StarRule = z.infer<typeof StarRule>;

/** What a new version says of each criterion of the one before it; decided by the office before release. */
export const SchemeContinuation = z.strictObject({
  version: z.int().min(1),
  criteria: z.record(Code, z.enum(['same', 'reworded', 'rescaled', 'new'])),
  dropped: z.array(Code),
});
export type SchemeContinuation = z.infer<typeof SchemeContinuation>;

/** One version of a rating scheme as one document. Frozen when a cycle opens with it. */
export const Scheme = z
  .strictObject({
    schema: z.literal('nujoom.scheme/1'),
    code: Code,
    version: z.int().min(1).max(10_000),
    title: Wording,
    note: Wording.exactOptional().describe('Printed with every result, such as: illustrative, not official.'),
    status: z.enum(['illustrative', 'official']),
    channelTypes: z
      .array(z.strictObject({ code: Code, title: Wording }))
      .min(1)
      .max(50),
    levels: z.array(GradingLevel).max(20).default([]).describe('From the lowest to the highest.'),
    components: z.array(SchemeComponent).min(1).max(20),
    pillars: z.array(SchemePillar).max(50).default([]),
    aggregation: z
      .enum(['arithmetic', 'geometric'])
      .default('arithmetic')
      .describe(
        'Of pillars into their component; within pillars it is arithmetic. Geometric: scores below 1 count as 1.',
      ),
    stars: StarRule,
    gates: z.array(Gate).max(100).default([]),
    rounding: z
      .strictObject({ compareAt: z.int().min(0).max(12), show: z.int().min(0).max(4) })
      .default({ compareAt: 6, show: 1 })
      .describe('Decimals at which a score is compared with a band or gate, and those that are shown.'),
    previous: SchemeContinuation.exactOptional(),
  })
  .describe('One version of a rating scheme.');
export type Scheme = z.infer<typeof Scheme>;
