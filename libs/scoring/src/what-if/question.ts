import { z } from 'zod';
import { Code, type Fault } from '#contract';
import { firstFaults, shapeFaults } from '#documents';
import { Band, Gate } from '../scheme/index.js';
import type { GradingChange } from './changed-gradings.js';
import type { SchemeChange } from './changed-scheme.js';

const WhatIfQuestion = z.strictObject({
  weights: z.record(Code, z.number().positive().max(1_000)).exactOptional(),
  bands: z.array(Band).min(1).max(7).exactOptional(),
  gates: z
    .strictObject({
      add: z.array(Gate).max(100).exactOptional(),
      remove: z.array(Code).max(100).exactOptional(),
      replace: z.array(Gate).max(100).exactOptional(),
    })
    .exactOptional(),
  aggregation: z.enum(['arithmetic', 'geometric']).exactOptional(),
  gradings: z
    .array(z.strictObject({ unit: z.string().max(64), criterion: Code, level: Code.nullable() }))
    .max(10_000)
    .exactOptional(),
});

/** A question as it was asked, or what is wrong with its form. */
export interface ReadWhatIf {
  readonly change: SchemeChange;
  readonly gradings: readonly GradingChange[];
  readonly faults: readonly Fault[];
}

/**
 * Reads "what if" from JSON: `weights` by code, `bands`, `gates` to add, remove or replace, `aggregation`, and `gradings`
 * of single criteria in single units. Whether the codes are known is seen when it is tried on a scheme.
 */
export function readWhatIf(json: unknown): ReadWhatIf {
  const parsed = WhatIfQuestion.safeParse(json, { reportInput: true });
  if (!parsed.success) return { change: {}, gradings: [], faults: firstFaults(shapeFaults(parsed.error.issues)) };
  const { gradings = [], ...change } = parsed.data;
  return { change, gradings, faults: [] };
}
