import type { Provider } from '@nestjs/common';
import { SurveyReleases } from './survey-releases.js';
import { SurveyResults } from './survey-results.js';

/** What campaigns came to. */
export const resultParts: Provider[] = [SurveyResults, SurveyReleases];
