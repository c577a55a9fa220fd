import { z } from 'zod';
import { Scheme } from './scheme.js';

/**
 * The shape of a scheme document as JSON Schema (2020-12), for editors and other systems. What has a default may be left out. What
 * a scheme means is checked by `readScheme` beyond it.
 */
export const schemeSchema = z.toJSONSchema(Scheme, { io: 'input' });
