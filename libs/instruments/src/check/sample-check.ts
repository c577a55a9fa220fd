import { sampleInstrument, type InstrumentSketch } from '../sample-instrument.js';
import { check } from './check.js';
import { compileInstrument } from './compile.js';

/** What is said of a sheet, as `path: reason`. For specs only. */
export const told = (sketch: InstrumentSketch, sheet: unknown, finished = true): readonly string[] =>
  check(compileInstrument(sampleInstrument(sketch)), sheet, { finished }).map(
    ({ where, reason }) => `${where}: ${reason}`,
  );

/** An instrument of one item, called `one`. */
export const one = (item: Record<string, unknown>): InstrumentSketch => ({ items: [{ code: 'one', ...item }] });

/** A sheet that answers it. */
export const given = (value: unknown) => ({ answers: { one: { value } } });
