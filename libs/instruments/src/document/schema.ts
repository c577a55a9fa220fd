import { publishedSchema } from '#documents';
import { Instrument } from './instrument.js';

/**
 * The published JSON Schema (draft 2020-12) of an instrument as offices write it: what has a default may be left out.
 * It tells the shape; what only `readInstrument` can tell, such as codes that nothing defines, it does not.
 */
export const instrumentSchema = publishedSchema('nujoom.instrument/1', Instrument);
