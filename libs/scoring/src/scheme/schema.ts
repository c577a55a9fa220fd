import { publishedSchema } from '#documents';
import { Scheme } from './scheme.js';

/**
 * The published JSON Schema (draft 2020-12) of a scheme as offices write it: what has a default may be left out. What a scheme
 * means is checked by `readScheme` beyond it.
 */
export const schemeSchema = publishedSchema('nujoom.scheme/1', Scheme);
