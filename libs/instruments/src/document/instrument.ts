import { z } from 'zod';
import { Code, Wording } from '#contract';
import { Item } from './item.js';
import { Expression, NotApplicablePolicy } from './rules.js';
import { Scale } from './scale.js';

/** What items feed: a category of a form, a theme of a questionnaire. */
export const Dimension = z.strictObject({
  code: Code,
  title: Wording,
  weight: z.number().min(0).max(1_000).describe('Its part of the overall score; 0: reported, not counted.'),
  minAnswered: z
    .number()
    .min(0)
    .max(1)
    .default(0)
    .describe('The part of its asked, applicable items below which it has no score: 0.5 half, 1 all.'),
});
export type Dimension = z.infer<typeof Dimension>;

/** Items that belong together; one that repeats is filled as often as there is something to fill it for. */
export const Section = z.strictObject({
  code: Code,
  title: Wording,
  intro: Wording.exactOptional(),
  dimension: Code.exactOptional(),
  weight: z.number().min(0).max(1_000).default(1).describe('Among the sections, in mode `sections`.'),
  relevant: Expression.exactOptional(),
  repeat: z.strictObject({ min: z.int().min(0), max: z.int().min(1).max(50) }).exactOptional(),
  items: z.array(Item).min(1).max(500),
});
export type Section = z.infer<typeof Section>;

/** How answers become a score; the formulas are in `score`. */
export const Scoring = z.strictObject({
  mode: z.enum(['points', 'weights', 'sections']),
  notApplicable: NotApplicablePolicy.default('exclude'),
  minCompleteness: z.number().min(0).max(1).default(0.9).describe('Below it nothing is scored.'),
});
export type Scoring = z.infer<typeof Scoring>;

/** What a new version says of each item of the one before it. */
export const Continuation = z.strictObject({
  version: z.int().min(1),
  items: z.record(Code, z.enum(['same', 'reworded', 'rescaled', 'new'])),
  dropped: z.array(Code),
});
export type Continuation = z.infer<typeof Continuation>;

/** One version of an instrument: a form or questionnaire as one document. Frozen once published. */
export const Instrument = z
  .strictObject({
    schema: z.literal('nujoom.instrument/1'),
    code: Code,
    version: z.int().min(1).max(10_000),
    filledBy: z.enum(['mysteryShopper', 'customer', 'employee', 'communityEvaluator', 'assessor']),
    title: Wording,
    intro: Wording.exactOptional(),
    languages: z
      .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))
      .min(1)
      .max(30),
    presentation: z
      .strictObject({
        page: z.enum(['section', 'item']).default('section'),
        showScore: z.boolean().default(false),
      })
      .exactOptional(),
    scoring: Scoring,
    dimensions: z.array(Dimension).max(50).default([]),
    scales: z.array(Scale).max(50).default([]),
    sections: z.array(Section).min(1).max(100),
    previous: Continuation.exactOptional(),
  })
  .describe('One version of an instrument: a form or questionnaire.');
export type Instrument = z.infer<typeof Instrument>;
