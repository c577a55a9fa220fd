import type { Provider } from '@nestjs/common';
import { Fold } from './fold.js';
import { DriverAnalyses } from './reading/survey-drivers.js';
import { SurveyTallies } from './survey-tallies.js';

/** Tallies of responses. */
export const tallyParts: Provider[] = [SurveyTallies, Fold, DriverAnalyses];
