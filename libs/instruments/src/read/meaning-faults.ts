import type { Fault } from '#contract';
import type { Instrument } from '../document/instrument.js';
import { boundFaults } from './bound-faults.js';
import { codeFaults } from './code-faults.js';
import { conditionFaults } from './condition-faults.js';
import { referenceFaults } from './reference-faults.js';
import { weightFaults } from './weight-faults.js';

/** What is wrong with an instrument whose shape is right, each fault once. */
export function* meaningFaults(instrument: Instrument): Generator<Fault> {
  yield* codeFaults(instrument);
  yield* referenceFaults(instrument);
  yield* boundFaults(instrument);
  yield* weightFaults(instrument);
  yield* conditionFaults(instrument);
}
