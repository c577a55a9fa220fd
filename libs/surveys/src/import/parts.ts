import type { Provider } from '@nestjs/common';
import { ResponsesImport } from './responses-import.js';

/** Responses that were collected elsewhere. */
export const importParts: Provider[] = [ResponsesImport];
