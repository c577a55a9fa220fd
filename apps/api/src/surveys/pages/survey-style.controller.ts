import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Allow } from '#access';
import { surveyStyle } from './survey-style.js';

/** What survey pages are drawn with. */
@Controller('assets')
@ApiExcludeController()
export class SurveyStyleController {
  @Get('survey.css')
  @Allow('survey.answer')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=31536000, immutable')
  style(): string {
    return surveyStyle;
  }
}
