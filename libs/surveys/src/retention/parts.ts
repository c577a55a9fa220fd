import type { Provider } from '@nestjs/common';
import { ResponseErasures } from './response-erasures.js';
import { WordErasure } from './word-erasure.js';

/** What is erased when its time has come, or when somebody asks. */
export const retentionParts: Provider[] = [WordErasure, ResponseErasures];
