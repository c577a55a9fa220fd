import { Controller, Get, Header, Ip, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#access';
import { WrongCodes } from '#surveys';
import { Refuses } from '../../docs/refuses.js';
import { SurveyFormAnswer } from './survey-forms.dto.js';
import { SurveyForms } from './survey-forms.js';

@Controller('api/v1/survey-forms')
@ApiTags('surveys')
export class SurveyFormsController {
  constructor(
    private readonly forms: SurveyForms,
    private readonly wrongCodes: WrongCodes,
  ) {}

  @Get(':code')
  @Allow('survey.answer')
  @Refuses(
    'response.wayUnknown',
    'campaign.notOpen',
    'campaign.notYetOpen',
    'campaign.over',
    'campaign.enough',
    'access.slowDown',
  )
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOperation({
    summary: 'What a kiosk, a tablet or the script of a website needs to ask, by the code of a way in',
    description: 'Scripts of any website may read it: it is public and carries nothing of anybody.',
  })
  @ApiOkResponse({ type: SurveyFormAnswer })
  form(@Param('code') code: string, @Ip() address: string): Promise<string> {
    return this.wrongCodes.hold(address, () => this.forms.form(code));
  }
}
