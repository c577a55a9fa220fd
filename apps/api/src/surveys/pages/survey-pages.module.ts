import { Module } from '@nestjs/common';
import { SurveysModule } from '#surveys';
import { Entrances } from './entrances.js';
import { PersonalPageController } from './personal-page.controller.js';
import { QuickStart } from './quick-start.js';
import { FormSending } from './sending.js';
import { StartPages } from './start-pages.js';
import { SurveyPageController } from './survey-page.controller.js';
import { SurveyPages } from './survey-pages.js';
import { SurveyStyleController } from './survey-style.controller.js';
import { SurveyTurns } from './survey-turns.js';

@Module({
  imports: [SurveysModule],
  controllers: [SurveyPageController, PersonalPageController, SurveyStyleController],
  providers: [Entrances, StartPages, FormSending, SurveyTurns, SurveyPages, QuickStart],
})
export class SurveyPagesDoor {}
