import type { Provider } from '@nestjs/common';
import { SurveyResults } from './survey-results.js';

/** What campaigns came to. */
export const resultParts: Provider[] = [SurveyResults];
