import { access } from './access.js';
import { assessments } from './assessments.js';
import { cli } from './cli.js';
import { faults } from './faults.js';
import { home } from './home.js';
import { problems } from './problems.js';
import { reports } from './reports.js';
import { findings } from './findings.js';
import { start } from './start.js';
import { surveys } from './surveys.js';
import { tablet } from './tablet.js';
import { visits } from './visits.js';

export const texts = {
  ...problems,
  ...faults,
  ...home,
  ...cli,
  ...access,
  ...assessments,
  ...start,
  ...reports,
  ...visits,
  ...findings,
  ...tablet,
  ...surveys,
};
