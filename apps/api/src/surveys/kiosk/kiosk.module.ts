import { Module } from '@nestjs/common';
import { SurveysModule } from '#surveys';
import { EmbedController } from './embed.controller.js';
import { KioskController } from './kiosk.controller.js';
import { SurveyFormsController } from './survey-forms.controller.js';
import { SurveyForms } from './survey-forms.js';

@Module({
  imports: [SurveysModule],
  controllers: [SurveyFormsController, KioskController, EmbedController],
  providers: [SurveyForms],
})
export class KioskDoor {}
