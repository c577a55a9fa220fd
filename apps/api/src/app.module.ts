import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import type { DestinationStream } from 'pino';
import { AccessGuard, AccessModule } from '#access';
import { DatabaseModule } from '#database';
import { SettingsModule, type Settings } from '#settings';
import { AgenciesDoor } from './agencies/agencies.module.js';
import { AssessmentsDoor } from './assessments/assessments.module.js';
import { CentresDoor } from './centres/centres.module.js';
import { CyclesDoor } from './cycles/cycles.module.js';
import { DevicesDoor } from './devices/devices.module.js';
import { DocsModule } from './docs/docs.module.js';
import { FiguresDoor } from './figures/figures.module.js';
import { HealthModule } from './health/health.module.js';
import { HomeModule } from './home/home.module.js';
import { loggingTo } from './http/logging.js';
import { ProblemFilter } from './http/problem.filter.js';
import { validation } from './http/validation.js';
import { MediaDoor } from './media/media.module.js';
import { MethodsDoor } from './methods/methods.module.js';
import { PagesModule } from './pages/pages.module.js';
import { ScorecardsDoor } from './scorecards/scorecards.module.js';
import { SessionModule } from './session/session.module.js';
import { StarsDoor } from './stars/stars.module.js';
import { CampaignsDoor } from './surveys/campaigns/campaigns.module.js';
import { SurveyDriversDoor } from './surveys/drivers/drivers.module.js';
import { ErasuresDoor } from './surveys/erasures/erasures.module.js';
import { ImportsDoor } from './surveys/imports/imports.module.js';
import { InterviewsDoor } from './surveys/interviews/interviews.module.js';
import { KioskDoor } from './surveys/kiosk/kiosk.module.js';
import { SurveyPagesDoor } from './surveys/pages/survey-pages.module.js';
import { InvitationsDoor } from './surveys/invitations/invitations.module.js';
import { SurveyResultsDoor } from './surveys/results/results.module.js';
import { ResponsesDoor } from './surveys/responses/responses.module.js';
import { TabletDoor } from './tablet/tablet.module.js';
import { VisitPlanDoor } from './visits/plan/plan.module.js';
import { AppealDoor } from './visits/appeal/appeal.module.js';
import { ReviewDoor } from './visits/review/review.module.js';
import { SubmitDoor } from './visits/submit/submit.module.js';

/** What can be asked of the platform, one module a subject; each has its controllers and imports its rooms. */
const subjects: readonly Type[] = [
  HealthModule,
  SessionModule,
  PagesModule,
  DocsModule,
  HomeModule,
  CyclesDoor,
  AgenciesDoor,
  CentresDoor,
  MethodsDoor,
  AssessmentsDoor,
  MediaDoor,
  FiguresDoor,
  ScorecardsDoor,
  StarsDoor,
  DevicesDoor,
  TabletDoor,
  VisitPlanDoor,
  SubmitDoor,
  ReviewDoor,
  AppealDoor,
  CampaignsDoor,
  ResponsesDoor,
  ErasuresDoor,
  SurveyResultsDoor,
  SurveyDriversDoor,
  ImportsDoor,
  InvitationsDoor,
  SurveyPagesDoor,
  KioskDoor,
  InterviewsDoor,
];

export interface ApiParts {
  readonly settings: Settings;
  readonly databaseUrl: string;
  /** Where the log goes; standard output when absent. */
  readonly log?: DestinationStream;
  /** Modules beside those of the platform. */
  readonly more?: readonly Type[];
}

/** The whole API: the guard, the pipe and the filter hold for every route of every module. */
@Module({})
export class AppModule {
  static of({ settings, databaseUrl, log, more = [] }: ApiParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.of(settings),
        DatabaseModule.at(databaseUrl),
        loggingTo(log),
        AccessModule,
        ...subjects,
        ...more,
      ],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useFactory: validation },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
