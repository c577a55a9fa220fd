import { Module } from '@nestjs/common';
import { SurveysModule } from '#surveys';
import { Entrances } from './entrances.js';
import { PagesWork } from './page-work.js';
import { PersonalPageController } from './personal-page.controller.js';
import { FormSending } from './sending.js';
import { StartPages } from './start-pages.js';
import { SurveyPageController } from './survey-page.controller.js';
import { SurveyPages } from './survey-pages.js';
import { SurveyStyleController } from './survey-style.controller.js';
import { SurveyTurns } from './survey-turns.js';
import { WorkScriptController } from './work-script.controller.js';

@Module({
  imports: [SurveysModule],
  controllers: [SurveyPageController, PersonalPageController, SurveyStyleController, WorkScriptController],
  providers: [Entrances, PagesWork, StartPages, FormSending, SurveyTurns, SurveyPages],
})
export class SurveyPagesDoor {}
