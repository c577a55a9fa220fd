import { z } from 'zod';
import { Instrument } from './instrument.js';

/**
 * The published JSON Schema (draft 2020-12) of an instrument as offices write it: what has a default may be left out.
 * It tells the shape; what only `readInstrument` can tell, such as codes that nothing defines, it does not.
 */
export const instrumentSchema: Readonly<Record<string, unknown>> = {
  $id: 'https://nujoom.invalid/schema/instrument-1.json',
  title: 'nujoom.instrument/1',
  ...z.toJSONSchema(Instrument, { io: 'input' }),
};
