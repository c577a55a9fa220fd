import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '#access';
import { CyclesModule } from '#cycles';
import { NetworkModule } from '#network';
import { MediaModule } from '#media';
import { SchemesModule } from '#schemes';
import { ShopperAgreement } from './agreement/shopper-agreement.js';
import { AppealDecisions } from './appeal/appeal-decisions.js';
import { Appeals } from './appeal/appeals.js';
import { CycleAppeals } from './appeal/cycle-appeals.js';
import { VisitChecks } from './check/visit-checks.js';
import { ReleasedVisits } from './release/released-visits.js';
import { Releases } from './release/releases.js';
import { ReviewSheets } from './review/review-sheets.js';
import { Reviews } from './review/reviews.js';
import { CountedMoves } from './tally/counted-moves.js';
import { VisitTallies } from './tally/visit-tallies.js';
import { ReportsStore } from './submit/reports-store.js';
import { UnsentFiles } from './submit/unsent-files.js';
import { Submissions } from './submit/submissions.js';
import { AssignmentFiles } from './assign/assignment-files.js';
import { ReportsBeside } from './beside/reports-beside.js';
import { DeviceWorks } from './assign/device-works.js';
import { Extensions } from './assign/extensions.js';
import { OfficeList } from './assign/office-list.js';
import { ShopperMoves } from './assign/shopper-moves.js';
import { VisitAssignments } from './assign/visit-assignments.js';
import { Shoppers } from './people/shoppers.js';
import { PlanFiles } from './plan/plan-files.js';
import { Replacements } from './plan/replacements.js';
import { VisitPlans } from './plan/visit-plans.js';
import { Visit } from './visit.entity.js';

/** What other rooms and doors ask for. */
const useCases = [
  AppealDecisions,
  ShopperAgreement,
  Appeals,
  CycleAppeals,
  VisitChecks,
  ReleasedVisits,
  Releases,
  ReviewSheets,
  Reviews,
  VisitTallies,
  Submissions,
  UnsentFiles,
  DeviceWorks,
  Extensions,
  OfficeList,
  Replacements,
  ReportsBeside,
  ShopperMoves,
  Shoppers,
  VisitAssignments,
  VisitPlans,
  AssignmentFiles,
  PlanFiles,
];

/** Planning, assigning, sending, reviewing and appealing mystery-shopper visits. */
@Module({
  imports: [AccessModule, MediaModule, NetworkModule, SchemesModule, CyclesModule, TypeOrmModule.forFeature([Visit])],
  providers: [...useCases, CountedMoves, ReportsStore],
  exports: [...useCases],
})
export class VisitsModule {}
