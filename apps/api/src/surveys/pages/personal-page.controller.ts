import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '#access';
import { SentDocument } from '../../http/sent-document.js';
import { askedBy } from './asked.js';
import { send } from './shown.js';
import { SurveyPages } from './survey-pages.js';

/** Where personal links lead. Opening one spends nothing, since mail scanners do; its token goes on in forms, never in an address. */
@Controller('a')
@ApiExcludeController()
export class PersonalPageController {
  constructor(private readonly pages: SurveyPages) {}

  @Get(':token')
  @Allow('survey.answer')
  async start(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.header('referrer-policy', 'no-referrer');
    await send(reply, await this.pages.startInvited(token, askedBy(request)));
  }

  @Post()
  @Allow('survey.answer')
  async turn(@SentDocument() form: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    void reply.header('referrer-policy', 'no-referrer');
    await send(reply, await this.pages.turnInvited(form, askedBy(request)));
  }
}
