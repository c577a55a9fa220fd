import { Network1795309200000 } from './2026-11-22-01-network.js';
import { Cycles1795309260000 } from './2026-11-22-02-cycles.js';
import { Results1795309320000 } from './2026-11-22-03-results.js';
import { Access1795309380000 } from './2026-11-22-04-access.js';
import { Scorecards1795309440000 } from './2026-11-22-05-scorecards.js';
import { Centres1795309500000 } from './2026-11-22-06-centres.js';
import { Methods1795309560000 } from './2026-11-22-07-methods.js';
import { Assessments1795309620000 } from './2026-11-22-08-assessments.js';
import { AnswerSheets1795309680000 } from './2026-11-22-09-answer-sheets.js';
import { Violations1795309740000 } from './2026-11-22-10-violations.js';
import { Media1795309800000 } from './2026-11-22-11-media.js';
import { Visits1795309860000 } from './2026-11-22-12-visits.js';
import { Surveys1795309920000 } from './2026-11-22-13-surveys.js';
import { Releases1795309980000 } from './2026-11-22-14-releases.js';
import { SurveyRetention1795310040000 } from './2026-11-22-15-survey-retention.js';
import { PackedContributions1795310100000 } from './2026-11-22-16-packed-contributions.js';
import { FirstFill1795310160000 } from './2026-11-22-17-first-fill.js';

/** All migrations, oldest first. A landed one is never edited; a change is a new one. */
export const migrations = [
  Network1795309200000,
  Cycles1795309260000,
  Results1795309320000,
  Access1795309380000,
  Scorecards1795309440000,
  Centres1795309500000,
  Methods1795309560000,
  Assessments1795309620000,
  AnswerSheets1795309680000,
  Violations1795309740000,
  Media1795309800000,
  Visits1795309860000,
  Surveys1795309920000,
  Releases1795309980000,
  SurveyRetention1795310040000,
  PackedContributions1795310100000,
  FirstFill1795310160000,
];
