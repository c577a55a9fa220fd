import { access } from './access.js';
import { assessments } from './assessments.js';
import { campaigns } from './campaigns.js';
import { cli } from './cli.js';
import { faults } from './faults.js';
import { home } from './home.js';
import { interviews } from './interviews.js';
import { invitations } from './invitations.js';
import { kiosk } from './kiosk.js';
import { problems } from './problems.js';
import { programmeReport } from './programme-report.js';
import { reportMethods } from './report-methods.js';
import { reportStars } from './report-stars.js';
import { reports } from './reports.js';
import { embed } from './embed.js';
import { findings } from './findings.js';
import { start } from './start.js';
import { surveyImport } from './survey-import.js';
import { surveyRetention } from './survey-retention.js';
import { surveyTallies } from './survey-tallies.js';
import { surveys } from './surveys.js';
import { surveyPages } from './survey-pages.js';
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
  ...reportMethods,
  ...programmeReport,
  ...reportStars,
  ...visits,
  ...findings,
  ...tablet,
  ...surveys,
  ...invitations,
  ...surveyPages,
  ...surveyTallies,
  ...surveyRetention,
  ...surveyImport,
  ...kiosk,
  ...embed,
  ...campaigns,
  ...interviews,
};
